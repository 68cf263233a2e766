import type { AlignedLine } from '../order/align-lines.ts';
import type { Verdict } from '../order/verdict.ts';
import type { ReadSteps } from './predicted.ts';

/**
 * What became of a predicted or printed line in place. `other`: not what this run printed, and not called wrong,
 * since another run may print it; `unknown`: nobody can tell.
 */
export type LineVerdict = 'right' | 'other' | 'wrong' | 'unknown';

/** A prediction beside a run, step by step and line by line. */
export interface ComparedSteps {
  /** Of each step. */
  readonly steps: readonly LineVerdict[];
  /** Of each line of the output, from 0; `missed` where nothing was predicted. */
  readonly lines: readonly (LineVerdict | 'missed')[];
  /** The step that is the first wrong one; absent where the prediction ends too early, or nothing is wrong. */
  readonly firstWrong?: number;
}

/** What became of what was written beside one line of code, and of what it printed. */
export interface PlaceVerdict {
  readonly kind: LineVerdict | 'missed';
  /** What was written there, numbers from 1. */
  readonly predicted: readonly { readonly number: number; readonly text?: string }[];
  /** The first wrong one is among them. */
  readonly isFirstWrong: boolean;
}

/**
 * @param judged the texts as they were judged: those of the steps, perhaps without blank lines and with
 *   frames of errors between
 * @param rows of those texts and of the whole output
 */
export function compareSteps(
  { texts, from, sizes }: ReadSteps,
  judged: readonly string[],
  rows: readonly AlignedLine[],
  verdict: Verdict,
  output: number,
): ComparedSteps {
  const firstWrong = rows.findIndex((row) => row.firstWrong);
  const judgedRows = [...rows.keys()].filter((row) => rows[row]?.predicted !== undefined);
  const verdictOf = (row: number): LineVerdict => lineVerdict(rows[row], row, firstWrong, verdict);

  const places = placesIn(judged, texts);
  const rowOfText = (text: number): number | undefined => judgedRows[places[text] ?? -1];
  const steps = from.map((start, step): LineVerdict => {
    // What somebody typed has one line; the frames behind it are not theirs.
    const own = texts
      .slice(start, start + (sizes[step] ?? 1))
      .map((_, at) => rowOfText(start + at));
    return worst(own.map((row) => (row === undefined ? 'unknown' : verdictOf(row))));
  });

  const lines: (LineVerdict | 'missed')[] = [];
  for (const [row, { actual, predicted, mark }] of rows.entries()) {
    if (!actual) continue;
    lines.push(predicted || mark === 'unknown' ? verdictOf(row) : 'missed');
  }
  while (lines.length < output) lines.push('unknown');
  const wrongText = firstWrong === -1 ? undefined : judgedRows.indexOf(firstWrong);
  const wrongStep = from.findIndex(
    (start, step) =>
      wrongText !== undefined &&
      wrongText >= 0 &&
      places.slice(start, start + (sizes[step] ?? 1)).includes(wrongText),
  );
  return { steps, lines, ...(wrongStep >= 0 && { firstWrong: wrongStep }) };
}

function lineVerdict(
  row: AlignedLine | undefined,
  at: number,
  firstWrong: number,
  verdict: Verdict,
): LineVerdict {
  if (!row || row.mark === 'unknown') return 'unknown';
  if (row.mark === 'same') return 'right';
  if (verdict.kind === 'unknown') return 'unknown';
  if (verdict.kind !== 'wrong') return 'other';
  return firstWrong === -1 || at < firstWrong ? 'other' : 'wrong';
}

const fromWorst: readonly LineVerdict[] = ['wrong', 'unknown', 'other'];

/** The worst of some; of none, `right`. */
export function worst(verdicts: readonly LineVerdict[]): LineVerdict {
  return fromWorst.find((one) => verdicts.includes(one)) ?? 'right';
}

/** Where each text stands among those that were judged, in order; undefined for one that was left out. */
function placesIn(judged: readonly string[], texts: readonly string[]): (number | undefined)[] {
  let next = 0;
  return texts.map((text) => {
    const at = judged.indexOf(text, next);
    if (at === -1) return undefined;
    next = at + 1;
    return at;
  });
}
