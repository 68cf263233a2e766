import { isSameOutput, predictedLines } from './judge.ts';
import { lineKey, withoutEmptyEnd } from './line-text.ts';
import { matchLines } from './matcher.ts';
import type { MatchOptions } from './matcher.ts';
import type { OutputLine } from './output.ts';
import type { PossibleOrders } from './possible-orders.ts';
import type { OpenPair, Verdict } from './verdict.ts';

/** What is known of code that nobody wrote an expectation for. */
export interface OwnJudgement {
  /** One text a line, as shown on cards or typed. */
  readonly prediction: readonly string[];
  /** The run that is judged, which was not recorded if that was possible. */
  readonly actual: readonly OutputLine[];
  /** It was cut short: more lines may have followed, and the last one may be incomplete. */
  readonly truncated: boolean;
  /** The recorded run, and what its record tells of all others; absent without a record. */
  readonly recorded?: {
    readonly lines: readonly OutputLine[];
    readonly possible: PossibleOrders;
  };
  /** What other runs of the same code printed. */
  readonly seen: readonly (readonly OutputLine[])[];
}

/**
 * What becomes of a prediction, asked in this order: Does it equal the run that is judged, or
 * another one? Do the rules leave it possible? Does it break what every run has? What is left
 * can't be told from a record, and is not called wrong.
 */
export function judgeOwn(judgement: OwnJudgement): Verdict {
  const { actual, truncated, recorded, seen } = judgement;
  const others = recorded ? [recorded.lines, ...seen] : seen;
  const prediction = predictedLines(judgement.prediction, [...actual, ...others.flat()]);
  if (!truncated && isSameOutput(prediction, actual)) return { kind: 'exact' };
  const at = firstDifference(prediction, actual);
  if (!truncated && others.some((lines) => isSameOutput(prediction, lines))) {
    return { kind: 'possible', at, because: { kind: 'seen' } };
  }
  if (!recorded) return truncated ? unknownEnd : { kind: 'unknown', reason: 'unrecorded', at };
  const asked = { ...judgement, prediction, recorded, at };
  return truncated ? (wrongByRecord(asked) ?? unknownEnd) : judgeByRules(asked);
}

interface Asked extends Omit<OwnJudgement, 'prediction'> {
  readonly prediction: readonly OutputLine[];
  readonly recorded: NonNullable<OwnJudgement['recorded']>;
  /** Where prediction and run part. */
  readonly at: number;
}

const unknownEnd: Verdict = { kind: 'unknown', reason: 'truncated' };

function judgeByRules(asked: Asked): Verdict {
  const { prediction, actual, recorded, at } = asked;
  const { order, movesOnly } = recorded.possible;
  const undecided = { kind: 'unknown', reason: 'undecided', at } as const;
  const match = order === undefined ? undefined : matchLines(order, prediction, byText);
  // A run that the rules did not foresee says that they do not know this program.
  const isForeseen =
    order !== undefined && movesOnly && matchLines(order, actual, byText).kind !== 'mismatch';

  if (match?.kind === 'match') {
    const pair = turnedPair(asked);
    if (isForeseen && pair?.relation === 'race') {
      return { kind: 'possible', at, because: { kind: 'race', pair } };
    }
    return { ...undecided, ...(pair && { pair }) };
  }
  if (match?.kind === 'mismatch' && isForeseen) {
    const { at: first, possible, mayEnd } = match;
    const predicted = prediction[first];
    return { kind: 'wrong', at: first, ...(predicted && { predicted }), possible, mayEnd };
  }
  const wrong = wrongByRecord(asked);
  if (wrong) return wrong;
  if (order === undefined || match?.kind === 'unknown') {
    return { kind: 'unknown', reason: 'tooManyOrders' };
  }
  const pair = turnedPair(asked);
  return { ...undecided, ...(pair && { pair }) };
}

/** What is wrong whatever races decide: a line before the first race, or a pair that is fixed. */
function wrongByRecord(asked: Asked): Verdict | undefined {
  const { prediction, recorded, truncated } = asked;
  const shown = withoutEmptyEnd(recorded.lines);
  const at = firstDifference(prediction, shown);
  const [predicted, next] = [prediction[at], shown[at]];
  const isLast = at >= shown.length - 1;
  if (at < recorded.possible.fixedUntil && !(truncated && (isLast || predicted === undefined))) {
    return {
      kind: 'wrong',
      at,
      ...(predicted && { predicted }),
      possible: next ? [next] : [],
      mayEnd: next === undefined,
      byRun: true,
    };
  }
  return brokenPair(asked);
}

/**
 * The first line of the prediction that stands before one that every run prints before it. Where
 * callbacks share something that changes, another run may print the same text from elsewhere.
 */
function brokenPair({ prediction, recorded }: Asked): Verdict | undefined {
  if (!recorded.possible.movesOnly) return undefined;
  const places = uniquePlaces(prediction, recorded.lines);
  for (const [at, later] of places.entries()) {
    if (later === undefined) continue;
    const before = new Set(places.slice(0, at));
    const skipped = [...Array(later).keys()].filter(
      (earlier) =>
        !before.has(earlier) &&
        isUnique(recorded.lines, earlier) &&
        recorded.possible.relation(earlier, later) === 'certain',
    );
    // One that the prediction lacks altogether may be one that not every run prints.
    const broken = skipped.filter((earlier) => places.includes(earlier));
    if (broken.length === 0) continue;
    const predicted = prediction[at];
    const possible = broken.slice(0, 1).flatMap((line) => recorded.lines[line] ?? []);
    return {
      kind: 'wrong',
      at,
      ...(predicted && { predicted }),
      possible,
      mayEnd: false,
      before: true,
    };
  }
  return undefined;
}

/** Two lines that the prediction has the other way round than the run that is judged, though nothing forbids it. */
function turnedPair({ prediction, actual, recorded }: Asked): OpenPair | undefined {
  const { lines, possible } = recorded;
  const shown = uniquePlaces(prediction, actual);
  const known = uniquePlaces(prediction, lines);
  const pairs: OpenPair[] = [];
  for (const [at, first] of shown.entries()) {
    for (const [before, second] of shown.slice(0, at).entries()) {
      const [earlier, later] = [actual[first ?? -1], actual[second ?? -1]];
      const [one, other] = [known[at], known[before]];
      if (!earlier || !later || (first ?? 0) > (second ?? 0)) continue;
      if (one === undefined || other === undefined) continue;
      const relation = possible.relation(Math.min(one, other), Math.max(one, other));
      if (relation !== 'certain') pairs.push({ earlier, later, relation });
    }
  }
  // One of which nothing is known leaves all of it open.
  return pairs.find(({ relation }) => relation === 'unknown') ?? pairs[0];
}

/** Where each predicted line stands in the run; undefined for texts that it has not exactly once. */
function uniquePlaces(
  prediction: readonly OutputLine[],
  lines: readonly OutputLine[],
): (number | undefined)[] {
  const places = new Map(lines.map((line, place) => [key(line), place]));
  return prediction.map((line) => {
    const place = places.get(key(line));
    const isOnce = prediction.filter((other) => key(other) === key(line)).length === 1;
    return place !== undefined && isOnce && isUnique(lines, place) ? place : undefined;
  });
}

const isUnique = (lines: readonly OutputLine[], place: number): boolean => {
  const line = lines[place];
  return line !== undefined && lines.filter((other) => key(other) === key(line)).length === 1;
};

function firstDifference(a: readonly OutputLine[], b: readonly OutputLine[]): number {
  const shown = withoutEmptyEnd(b);
  const length = Math.min(a.length, shown.length);
  for (let at = 0; at < length; at++) {
    const [one, other] = [a[at], shown[at]];
    if (!one || !other || key(one) !== key(other)) return at;
  }
  return length;
}

const key = (line: OutputLine): string => lineKey(line, 'text');

const byText: MatchOptions = { comparison: 'text' };
