import { commonSubsequence } from './common-subsequence.ts';
import { predictedLines } from './judge.ts';
import { lineKey, withoutEmptyEnd } from './line-text.ts';
import { looseKey, nearMiss } from './near-miss.ts';
import type { NearMiss } from './near-miss.ts';
import type { OutputLine } from './output.ts';
import type { Verdict } from './verdict.ts';

/** One row of the comparison: the predicted line beside the run's line. */
export interface AlignedLine {
  /** Absent where the prediction has no such line. */
  readonly predicted?: OutputLine;
  /** Absent where the run has no such line. */
  readonly actual?: OutputLine;
  readonly mark: LineMark;
  /** How the predicted line nearly is the run's line beside it. */
  readonly near?: NearMiss;
  /** Where the run printed the predicted line instead: places in its output, from 0. */
  readonly printedAt?: readonly number[];
  /** Where the run's line was predicted instead: places in the prediction, from 0. */
  readonly predictedAt?: readonly number[];
  /** The first wrong line of the verdict; on no row when there is none to point at. */
  readonly firstWrong: boolean;
}

/**
 * `missing`: the run has it, the prediction doesn't; `extra`: the other way round; `unknown`: the
 * run was cut short before it could show this line. A mark compares with this run only: a line
 * that `differs` is wrong only from the verdict's first wrong line on.
 */
export type LineMark = 'same' | 'differs' | 'missing' | 'extra' | 'unknown';

/**
 * The rows for showing a prediction beside a run, with texts compared like `judge` does.
 *
 * When both have the same lines in another order, rows pair equal positions, since the position is
 * what was predicted. Otherwise rows follow the longest common subsequence, so that one forgotten
 * line doesn't shift all that follow. `truncated` says that the run was cut short.
 */
export function alignLines(
  prediction: readonly string[],
  actual: readonly OutputLine[],
  verdict: Verdict,
  truncated = verdict.kind === 'unknown' && verdict.reason === 'truncated',
): AlignedLine[] {
  const possible = verdict.kind === 'wrong' ? verdict.possible : [];
  const left = predictedLines(prediction, [...possible, ...actual]);
  const right = withoutEmptyEnd(actual);
  const pairs = pairLines(left, right, truncated);
  const firstWrong = verdict.kind === 'wrong' ? rowOf(verdict.at, pairs, left.length) : -1;
  const lastKnown = truncated
    ? pairs.findLastIndex((pair) => pair.right !== undefined)
    : pairs.length;

  const places = { left: placesOf(left), right: placesOf(right) };
  return pairs.map(({ left: l, right: r }, row) => {
    const predicted = l === undefined ? undefined : left[l];
    const shown = r === undefined ? undefined : right[r];
    const mark =
      row > lastKnown || (truncated && row === lastKnown && mayBecome(shown, predicted))
        ? 'unknown'
        : markOf(predicted, shown);
    return {
      ...(predicted && { predicted }),
      ...(shown && { actual: shown }),
      mark,
      firstWrong: row === firstWrong,
      ...(mark !== 'same' && elsewhere(predicted, shown, places)),
    };
  });
}

type Places = ReadonlyMap<string, readonly number[]>;

function placesOf(lines: readonly OutputLine[]): Places {
  const places = new Map<string, number[]>();
  for (const [at, line] of lines.entries()) {
    const key = lineKey(line, 'text');
    places.set(key, [...(places.get(key) ?? []), at]);
  }
  return places;
}

/** Where the lines of a row stand in the other column, and how near they are to each other. */
function elsewhere(
  predicted: OutputLine | undefined,
  shown: OutputLine | undefined,
  places: { readonly left: Places; readonly right: Places },
): Pick<AlignedLine, 'near' | 'printedAt' | 'predictedAt'> {
  const near = predicted && shown && nearMiss(predicted, shown);
  const printedAt = predicted && places.right.get(lineKey(predicted, 'text'));
  const predictedAt = shown && places.left.get(lineKey(shown, 'text'));
  return {
    ...(near && { near }),
    ...(printedAt && { printedAt }),
    ...(predictedAt && { predictedAt }),
  };
}

/** Indexes of the lines in one row; at least one of them is there. */
interface Pair {
  readonly left?: number;
  readonly right?: number;
}

function pairLines(
  left: readonly OutputLine[],
  right: readonly OutputLine[],
  truncated: boolean,
): Pair[] {
  const a = left.map((line) => lineKey(line, 'text'));
  const b = right.map((line) => lineKey(line, 'text'));
  const comparable = truncated ? a.slice(0, b.length) : a;
  const isOtherOrder = sameSet(comparable, b);
  const isTooLong = a.length * b.length > maxCells;
  // A line that is nearly right stands beside the one that it missed.
  const kept =
    isOtherOrder || isTooLong ? [] : commonSubsequence(left.map(pairingKey), right.map(pairingKey));
  return fillGaps(kept, a.length, b.length);
}

/** An end with another exit code is still the end. */
const pairingKey = (line: OutputLine): string =>
  line.stream === 'exit' ? 'exit' : `line ${looseKey(line)}`;

/** Adds what stands between the kept pairs, paired by position within each gap. */
function fillGaps(kept: readonly Required<Pair>[], leftEnd: number, rightEnd: number): Pair[] {
  const pairs: Pair[] = [];
  let left = 0;
  let right = 0;
  for (const stop of [...kept, { left: leftEnd, right: rightEnd }]) {
    while (left < stop.left || right < stop.right) {
      const pair = {
        ...(left < stop.left && { left: left++ }),
        ...(right < stop.right && { right: right++ }),
      };
      pairs.push(pair);
    }
    if (left < leftEnd && right < rightEnd) pairs.push({ left: left++, right: right++ });
  }
  return pairs;
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.toSorted().join('\n') === b.toSorted().join('\n');
}

function markOf(predicted: OutputLine | undefined, shown: OutputLine | undefined): LineMark {
  if (predicted === undefined) return 'missing';
  if (shown === undefined) return 'extra';
  return lineKey(predicted, 'text') === lineKey(shown, 'text') ? 'same' : 'differs';
}

/** Whether the line at which the run was cut short may be the beginning of the predicted one. */
function mayBecome(shown: OutputLine | undefined, predicted: OutputLine | undefined): boolean {
  if (shown === undefined || predicted === undefined) return false;
  const [whole, beginning] = [lineKey(predicted, 'text'), lineKey(shown, 'text')];
  return whole !== beginning && whole.startsWith(beginning);
}

/** The row of the wrong line; for a prediction that ended too early the first row after it. */
function rowOf(at: number, pairs: readonly Pair[], predictedLength: number): number {
  if (at < predictedLength) return pairs.findIndex((pair) => pair.left === at);
  const last = pairs.findLastIndex((pair) => pair.left !== undefined);
  return last + 1;
}

/** Beyond this many comparisons (four megabytes) rows are paired by position. */
const maxCells = 1_000_000;
