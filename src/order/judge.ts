import { lineWithEssence } from './essence.ts';
import { lineKey, parseDisplayText, withoutEmptyEnd } from './line-text.ts';
import { matchBeginning, matchLines, type MatchOptions } from './matcher.ts';
import { orderLines, orderOf } from './order-lines.ts';
import type { Order } from './order.ts';
import type { OutputLine } from './output.ts';
import type { Verdict } from './verdict.ts';

export interface Judgement {
  /** All possible outputs; without it (the user's own code) only the run itself is right. */
  readonly expect?: Order | undefined;
  readonly actual: readonly OutputLine[];
  /** The run was cut short: more lines may have followed, and the last one may be incomplete. */
  readonly truncated: boolean;
  /** One text a line, as shown on cards or typed; compared by text (see `Comparison`). */
  readonly prediction: readonly string[];
}

/**
 * What becomes of a prediction, asked in this order: Does it equal the run? Is the run itself
 * outside of the expectation, so that the author is wrong and nobody else may be called so? Is it
 * another possible output? Otherwise the first line that no possible output has there is wrong.
 *
 * A run that was cut short never makes a prediction wrong by what it didn't show.
 */
export function judge(judgement: Judgement): Verdict {
  const { expect, actual, truncated } = judgement;
  const prediction = predictedLines(judgement.prediction, [
    ...(expect === undefined ? [] : orderLines(expect)),
    ...actual,
  ]);
  if (truncated) {
    return expect === undefined
      ? judgeAgainstBeginning(prediction, actual)
      : judgeWithoutEnd(prediction, actual, expect);
  }
  return judgeWhole(prediction, actual, expect ?? orderOf(actual));
}

/**
 * The lines a prediction means: the known line that shows the same text, so that it carries its
 * stream, or one that Node worded and of which this is the essence. Empty lines at the end are
 * dropped.
 */
export function predictedLines(
  texts: readonly string[],
  known: readonly OutputLine[],
): readonly OutputLine[] {
  const byKey = new Map(known.map((line) => [lineKey(line, 'text'), line]));
  const lines = texts.map((text) => {
    const typed = parseDisplayText(text.trimEnd());
    return byKey.get(lineKey(typed, 'text')) ?? lineWithEssence(text, known) ?? typed;
  });
  return withoutEmptyEnd(lines);
}

/** Whether two outputs show the same. */
export function isSameOutput(a: readonly OutputLine[], b: readonly OutputLine[]): boolean {
  const [one, other] = [withoutEmptyEnd(a), withoutEmptyEnd(b)];
  return one.length === other.length && firstDifference(one, other) === one.length;
}

function judgeWhole(
  prediction: readonly OutputLine[],
  actual: readonly OutputLine[],
  expect: Order,
): Verdict {
  const shown = withoutEmptyEnd(actual);
  const at = firstDifference(prediction, shown);
  if (at === prediction.length && at === shown.length) return { kind: 'exact' };

  const run = matchLines(expect, shown, byText);
  if (run.kind === 'mismatch') return { kind: 'unknown', reason: 'outsideExpectation' };
  const match = matchLines(expect, prediction, byText);
  if (match.kind === 'match') return { kind: 'possible', at };
  if (match.kind === 'unknown' || run.kind === 'unknown') {
    return { kind: 'unknown', reason: 'tooManyOrders' };
  }
  return wrong(prediction, match);
}

/** The expectation alone can tell that a prediction is wrong; nothing can tell that it is right. */
function judgeWithoutEnd(
  prediction: readonly OutputLine[],
  actual: readonly OutputLine[],
  expect: Order,
): Verdict {
  const match = matchLines(expect, prediction, byText);
  if (match.kind !== 'mismatch') return { kind: 'unknown', reason: 'truncated' };
  const shown = withoutEmptyEnd(actual);
  const run = matchBeginning(expect, shown, byText);
  if (run.kind === 'unknown') return { kind: 'unknown', reason: 'tooManyOrders' };
  if (run.kind === 'mismatch' && !mayBecome(shown, run)) {
    return { kind: 'unknown', reason: 'outsideExpectation' };
  }
  return wrong(prediction, match);
}

/** Whether the run only seems to leave the expectation, because its last line is incomplete. */
function mayBecome(actual: readonly OutputLine[], { at, possible }: Mismatch): boolean {
  return at === actual.length - 1 && possible.some((line) => beginsLike(line, actual[at]));
}

/** Without an expectation, the lines that the run did show are all that is known. */
function judgeAgainstBeginning(
  prediction: readonly OutputLine[],
  actual: readonly OutputLine[],
): Verdict {
  const at = firstDifference(prediction, actual);
  const next = actual[at];
  const predicted = prediction[at];
  const isUnknown =
    predicted === undefined
      ? withoutEmptyEnd(actual.slice(at)).length === 0
      : at === actual.length - 1 && beginsLike(predicted, next);
  if (next === undefined || isUnknown) return { kind: 'unknown', reason: 'truncated' };
  return wrong(prediction, { at, possible: [next], mayEnd: false });
}

interface Mismatch {
  readonly at: number;
  readonly possible: readonly OutputLine[];
  readonly mayEnd: boolean;
}

function wrong(prediction: readonly OutputLine[], { at, possible, mayEnd }: Mismatch): Verdict {
  const predicted = prediction[at];
  return { kind: 'wrong', at, ...(predicted && { predicted }), possible, mayEnd };
}

/** Where two outputs part by text; the length of the shorter when it begins the longer. */
function firstDifference(a: readonly OutputLine[], b: readonly OutputLine[]): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) if (!sameText(a[at], b[at])) return at;
  return length;
}

function sameText(a: OutputLine | undefined, b: OutputLine | undefined): boolean {
  return a !== undefined && b !== undefined && lineKey(a, 'text') === lineKey(b, 'text');
}

function beginsLike(line: OutputLine, beginning: OutputLine | undefined): boolean {
  return beginning !== undefined && lineKey(line, 'text').startsWith(lineKey(beginning, 'text'));
}

const byText: MatchOptions = { comparison: 'text' };
