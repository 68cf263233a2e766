import { neverPrinted } from '../../bank/decoys.ts';
import type { AlignedLine } from '../../order/align-lines.ts';
import { lineKey, parseDisplayText } from '../../order/line-text.ts';
import { orderLines } from '../../order/order-lines.ts';
import type { OutputLine } from '../../order/output.ts';
import { readPrediction } from '../../order/read-prediction.ts';
import type { RunError } from '../../runner/model.ts';
import type {
  ComparedRow,
  FinishedRun,
  Prediction,
  PredictionOutcome,
  RunLimits,
} from '../../shared/predict.ts';
import { cutText, shownLine, shownLines } from '../ui/shown-line.ts';
import { anyExpectation, expectation, possibleLines } from '../subject/subject.ts';
import type { Subject } from '../subject/subject.ts';
import { verdictOf } from '../subject/verdict-of.ts';
import type { Work } from '../threads/work.ts';
import { isSamePrinted } from '../subject/run-and-record.ts';
import type { Runs } from '../subject/run-and-record.ts';

export interface ToJudge {
  readonly limits: RunLimits;
  readonly prediction: Prediction | undefined;
  /** What other runs printed that were not recorded. */
  readonly seen: readonly (readonly OutputLine[])[];
}

/** What the page is told of the runs; with a prediction, what became of it. */
export async function outcomeOf(
  subject: Subject,
  runs: Runs,
  { limits, prediction, seen }: ToJudge,
  work: Pick<Work, 'do'>,
): Promise<PredictionOutcome> {
  const { judged: result } = runs;
  if (result.ended === 'cancelled') return { kind: 'notRun', reason: 'cancelled', message: '' };
  const run = finishedRun(runs, limits);
  if (!prediction) return { kind: 'ran', run };
  const expect = expectation(subject, result.runtime.version);
  const truncated = result.ended !== 'exit';
  const lines = readPrediction(prediction.lines, {
    actual: result.lines,
    ...(expect !== undefined && { expected: orderLines(expect) }),
  });
  const by = { actual: result.lines, truncated, expect, ...recordOf(runs), seen };
  const verdict = await verdictOf(subject, by, lines, work);
  const rows = await work.do('alignLines', lines, result.lines, verdict, truncated);
  return {
    kind: 'judged',
    mode: prediction.mode,
    verdict,
    rows: comparedRows(rows.slice(0, shownLines), lines, neverIn(subject, result.lines)),
    run,
  };
}

const recordOf = ({ recorded }: Runs) =>
  recorded?.trace ? { recorded: { lines: recorded.lines, trace: recorded.trace } } : {};

/**
 * Whether no run prints a line, whatever Node runs it: known where an author has listed all outputs.
 * How a program ends is not something that it prints.
 */
function neverIn(subject: Subject, actual: readonly OutputLine[]): (line: OutputLine) => boolean {
  const possible = possibleLines(subject);
  if (anyExpectation(subject) === undefined) return () => false;
  const isNever = neverPrinted([...possible, ...actual]);
  return (line) => line.stream !== 'exit' && isNever(line);
}

function finishedRun({ judged, recorded }: Runs, limits: RunLimits): FinishedRun {
  const { runtime, lines, ended, exitCode, signal, error, waitedForInput, durationMs } = judged;
  const { inPlace } = judged;
  const trace = recorded?.trace;
  const differs = recorded !== undefined && !isSamePrinted(judged, recorded);
  const { path, version, origin } = runtime;
  return {
    node: { path, version, origin },
    lines: lines.slice(0, shownLines).map(shownLine),
    lineCount: lines.length,
    ended,
    exitCode,
    signal,
    ...(error && { error: shownError(error) }),
    waitedForInput,
    ...(inPlace && { inPlace }),
    durationMs,
    limits,
    recorded: trace === undefined ? 'no' : trace.complete === 'tooLong' ? 'part' : 'whole',
    ...(judged === recorded && { once: true as const }),
    ...(differs && { recordedLines: recorded.lines.slice(0, shownLines).map(shownLine) }),
  };
}

function shownError({ name, message, line, column, syntax }: RunError): FinishedRun['error'] & {} {
  return {
    name,
    message: cutText(message),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    syntax,
  };
}

/** The rows as the page shows them, with what was typed where Node's own text is longer. */
function comparedRows(
  rows: readonly AlignedLine[],
  typed: readonly string[],
  isNever: (line: OutputLine) => boolean,
): ComparedRow[] {
  let at = 0;
  return rows.map((aligned) => {
    const never = aligned.predicted !== undefined && isNever(aligned.predicted);
    const row = { ...comparedRow(aligned), ...(never && { never }) };
    if (!aligned.predicted) return row;
    const line = parseDisplayText(typed[at++] ?? '');
    const isShort = lineKey(line, 'text') !== lineKey(aligned.predicted, 'text');
    return isShort ? { ...row, typed: shownLine(line) } : row;
  });
}

function comparedRow({ predicted, actual, ...rest }: AlignedLine): ComparedRow {
  const row: ComparedRow = {
    ...rest,
    ...(predicted && { predicted: shownLine(predicted) }),
    ...(actual && { actual: shownLine(actual) }),
  };
  return row;
}
