import { alignLines } from '../../order/align-lines.ts';
import { judge } from '../../order/judge.ts';
import { orderLines } from '../../order/order-lines.ts';
import type { OutputLine } from '../../order/output.ts';
import { isCannotRunError, isNoNodeError } from '../../runner/errors.ts';
import type { RunError, RunResult } from '../../runner/model.ts';
import type {
  ComparedRow,
  FinishedRun,
  NotRunReason,
  Prediction,
  PredictionOutcome,
  RunLimits,
  ShownLine,
} from '../../shared/predict.ts';
import { expectation } from './subject.ts';
import type { Subject } from './subject.ts';

/** Lines and rows beyond these are counted and not sent; a page with more is of no use. */
export const shownLines = 500;
export const shownCharacters = 2000;

/** What the page is told of a run; with a prediction, what became of it. */
export function outcomeOf(
  subject: Subject,
  result: RunResult,
  limits: RunLimits,
  prediction: Prediction | undefined,
): PredictionOutcome {
  if (result.ended === 'cancelled') return { kind: 'notRun', reason: 'cancelled', message: '' };
  const run = finishedRun(result, limits);
  if (!prediction) return { kind: 'ran', run };
  const expect = expectation(subject, result.runtime.version);
  const truncated = result.ended !== 'exit';
  const known = [...(expect === undefined ? [] : orderLines(expect)), ...result.lines];
  const lines = withoutBlankTyping(prediction.lines, known);
  const verdict = judge({ expect, actual: result.lines, truncated, prediction: lines });
  const rows = alignLines(lines, result.lines, verdict, truncated).slice(0, shownLines);
  return { kind: 'judged', mode: prediction.mode, verdict, rows: rows.map(comparedRow), run };
}

/** Why there is no run, from what the runner threw. */
export function refusal(error: unknown): PredictionOutcome {
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'notRun', reason: refusalReason(error), message };
}

function refusalReason(error: unknown): NotRunReason {
  if (isNoNodeError(error)) return 'noNode';
  return isCannotRunError(error) && error.reason === 'folder' ? 'folder' : 'failed';
}

/** A blank line between typed lines is for the eye, unless the program prints blank lines. */
function withoutBlankTyping(lines: readonly string[], known: readonly OutputLine[]) {
  const printsBlanks = known.some(({ stream, text }) => stream !== 'exit' && text.trim() === '');
  return printsBlanks ? lines : lines.filter((line) => line.trim() !== '');
}

function finishedRun(result: RunResult, limits: RunLimits): FinishedRun {
  const { runtime, lines, ended, exitCode, signal, error, waitedForInput, durationMs } = result;
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
    durationMs,
    limits,
  };
}

function shownError({ name, message, line, column, syntax }: RunError): FinishedRun['error'] & {} {
  return {
    name,
    message: cut(message),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    syntax,
  };
}

function comparedRow({ predicted, actual, ...rest }: ReturnType<typeof alignLines>[number]) {
  const row: ComparedRow = {
    ...rest,
    ...(predicted && { predicted: shownLine(predicted) }),
    ...(actual && { actual: shownLine(actual) }),
  };
  return row;
}

export function shownLine({ stream, text }: OutputLine): ShownLine {
  if (text.length <= shownCharacters) return { stream, text };
  return { stream, text: cut(text), length: text.length };
}

/** Never in the middle of a surrogate pair. */
function cut(text: string): string {
  return text.slice(0, shownCharacters).replace(/[\ud800-\udbff]$/, '');
}
