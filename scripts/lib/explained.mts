import { explainRun } from '../../src/explain/explain-run.ts';
import { judge } from '../../src/order/judge.ts';
import { displayText } from '../../src/order/line-text.ts';
import type { OutputLine } from '../../src/order/output.ts';
import type { Verdict } from '../../src/order/verdict.ts';
import type { RunResult } from '../../src/runner/model.ts';
import type { Explanation } from '../../src/trace/explanation.ts';
import type { Phase, Trace, TracedLine } from '../../src/trace/model.ts';

/** What `npm run explain -- FILE --json` prints. */
export interface Explained {
  /** The version of the Node that ran the program, without the `v`. */
  readonly node: string;
  readonly ended: RunResult['ended'];
  readonly exitCode: number | null;
  readonly lines: readonly ExplainedLine[];
  /** Neighbours: pair `i` tells why line `i` came before line `i + 1`. */
  readonly pairs: readonly ExplainedPair[];
  /** Only with a prediction. */
  readonly verdict?: ExplainedVerdict;
}

export interface ExplainedLine {
  /** As shown on screen: an error that ended the program begins with `Uncaught`. */
  readonly text: string;
  readonly stream: OutputLine['stream'];
  /** `null` for what another thread or process printed. */
  readonly phase: Phase | null;
  readonly after: Phase | null;
  /** The call that printed it, both from 1; `null` where the record has none. */
  readonly line: number | null;
  readonly column: number | null;
}

export interface ExplainedPair {
  /** Indexes of `lines`. */
  readonly earlier: number;
  readonly later: number;
  /** Id of the rule. */
  readonly rule: string;
  readonly certainty: Explanation['certainty'];
  /** The rule's sentence, then what it means here. */
  readonly text: string;
}

export interface ExplainedVerdict {
  readonly kind: Verdict['kind'];
  /** The first line that differs, from 1. */
  readonly line?: number;
  /** What could have been printed there. */
  readonly possible?: readonly string[];
  readonly text: string;
}

/**
 * What the pages say about a recorded run, as plain data.
 * @param prediction one text a line, as typed
 * @throws Error when the run was not recorded
 */
export function explained(
  { runtime, ended, exitCode, lines, trace }: RunResult,
  prediction?: readonly string[],
): Explained {
  if (!trace)
    throw new Error(
      'The recording of this run was put out of action, so nothing can be explained.',
    );
  const verdict = prediction && judge({ actual: lines, truncated: ended !== 'exit', prediction });
  return {
    node: runtime.version,
    ended,
    exitCode,
    lines: trace.lines.map((line) => explainedLine(trace, line)),
    pairs: explainRun(trace).pairs.flatMap((pair, earlier) => {
      if (!pair) return [];
      const { rule, certainty, title, text } = pair;
      return [{ earlier, later: earlier + 1, rule, certainty, text: `${title} ${text}` }];
    }),
    ...(verdict && { verdict: explainedVerdict(verdict) }),
  };
}

function explainedLine({ callbacks }: Trace, line: TracedLine): ExplainedLine {
  const { stream, site, callback } = line;
  const { phase = null, after = null } = callbacks[callback ?? -1] ?? {};
  return {
    text: displayText(line),
    stream,
    phase,
    after,
    line: site?.line ?? null,
    column: site?.column ?? null,
  };
}

function explainedVerdict(verdict: Verdict): ExplainedVerdict {
  switch (verdict.kind) {
    case 'exact':
      return { kind: 'exact', text: 'This is what the run printed.' };
    case 'possible':
      return {
        kind: 'possible',
        line: verdict.at + 1,
        text: 'This order is possible, though this run printed another one.',
      };
    case 'wrong': {
      const possible = verdict.possible.map(displayText);
      const text = `Wrong from line ${verdict.at + 1}.`;
      return { kind: 'wrong', line: verdict.at + 1, possible, text };
    }
    case 'unknown':
      return { kind: 'unknown', text: unknownTexts[verdict.reason] };
  }
}

const unknownTexts = {
  truncated: 'The run was cut short before it could be judged.',
  tooManyOrders: 'There are too many possible orders to search.',
  outsideExpectation: 'This run printed an order that the expectation does not have.',
} as const;
