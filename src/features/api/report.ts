import type * as Api from '../../../docs/loopwise-api.d.ts';
import type { OutputLine } from '../../order/output.ts';
import type { Verdict } from '../../order/verdict.ts';
import type { RunResult } from '../../runner/model.ts';
import type { Explanation, Explanations, WrongPair } from '../../trace/explanation.ts';
import type { Trace, TracedLine } from '../../trace/model.ts';
import { cancelled } from './api-error.ts';

// What the API tells, member by member: what is added to the types of the core is not promised to others.

/** @throws ApiError when the run was cancelled */
export function reportOf(result: RunResult): Api.Run {
  const { runtime, lines, ended, exitCode, signal, error, waitedForInput, durationMs } = result;
  if (ended === 'cancelled') throw cancelled();
  return {
    node: { version: runtime.version, path: runtime.path },
    lines: lines.map(lineOf),
    ...{ ended, exitCode, signal, waitedForInput, duration: durationMs },
    ...(error && { error: errorOf(error) }),
  };
}

export function explainedReport(
  result: RunResult,
  pairs: Explanations['pairs'],
  notKnown: readonly string[],
): Api.ExplainedRun {
  const { trace } = result;
  return {
    ...reportOf(result),
    ...(trace && { lines: trace.lines.map((line) => tracedLine(trace, line)) }),
    pairs: pairs.flatMap((pair, earlier) =>
      pair ? [{ earlier, later: earlier + 1, explanation: explanationOf(pair) }] : [],
    ),
    notKnown,
  };
}

export function verdictReport(verdict: Verdict): Api.Verdict {
  switch (verdict.kind) {
    case 'exact':
    case 'unknown':
      return { kind: verdict.kind };
    case 'possible':
      return { kind: 'possible', at: verdict.at };
    case 'wrong':
      return { kind: 'wrong', at: verdict.at, possible: verdict.possible.map(lineOf) };
  }
}

export function wrongPairReport(
  { lines }: Pick<Trace, 'lines'>,
  { earlier, later, explanation, misconception }: WrongPair,
): Api.WrongPair | undefined {
  const [one, other] = [lines[earlier], lines[later]];
  if (!one || !other) return undefined;
  return {
    earlier: lineOf(one),
    later: lineOf(other),
    explanation: explanationOf(explanation),
    ...(misconception && { misconception: misconception.text }),
  };
}

const lineOf = ({ stream, text }: OutputLine): Api.Line => ({ stream, text });

function tracedLine({ callbacks }: Trace, line: TracedLine): Api.ExplainedLine {
  const phase = line.callback === undefined ? undefined : callbacks[line.callback]?.phase;
  const { site } = line;
  return {
    ...lineOf(line),
    ...(site && { site: { line: site.line, column: site.column } }),
    ...(phase && { phase }),
  };
}

function errorOf({ name, message, line, column, syntax }: RunResult['error'] & {}): Api.RunError {
  return {
    ...{ name, message, syntax },
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
  };
}

function explanationOf({ certainty, title, text, source, question }: Explanation): Api.Explanation {
  return { certainty, title, text, source: { title: source.title, url: source.url }, question };
}
