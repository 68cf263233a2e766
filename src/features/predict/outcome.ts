import { alignLines } from '../../order/align-lines.ts';
import { judge } from '../../order/judge.ts';
import { orderLines } from '../../order/order-lines.ts';
import type { OutputLine } from '../../order/output.ts';
import type { RunError, RunResult } from '../../runner/model.ts';
import type {
  ComparedRow,
  FinishedRun,
  Prediction,
  PredictionOutcome,
  RunLimits,
} from '../../shared/predict.ts';
import { cutText, shownLine, shownLines } from '../services/shown-line.ts';
import { expectation } from '../services/subject.ts';
import type { Subject } from '../services/subject.ts';

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

/** A blank line between typed lines is for the eye, unless the program prints blank lines. */
function withoutBlankTyping(lines: readonly string[], known: readonly OutputLine[]) {
  const printsBlanks = known.some(({ stream, text }) => stream !== 'exit' && text.trim() === '');
  return printsBlanks ? lines : lines.filter((line) => line.trim() !== '');
}

function finishedRun(result: RunResult, limits: RunLimits): FinishedRun {
  const { runtime, lines, ended, exitCode, signal, error, waitedForInput, durationMs, trace } =
    result;
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
    recorded: trace === undefined ? 'no' : trace.complete === 'tooLong' ? 'part' : 'whole',
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

function comparedRow({ predicted, actual, ...rest }: ReturnType<typeof alignLines>[number]) {
  const row: ComparedRow = {
    ...rest,
    ...(predicted && { predicted: shownLine(predicted) }),
    ...(actual && { actual: shownLine(actual) }),
  };
  return row;
}
