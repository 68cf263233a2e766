import { explainRun } from '../../src/explain/explain-run.ts';
import { judgeProgram } from '../../src/explain/judge-program.ts';
import { readPrediction } from '../../src/order/read-prediction.ts';
import { displayText } from '../../src/order/line-text.ts';
import type { OutputLine } from '../../src/order/output.ts';
import type { Verdict } from '../../src/order/verdict.ts';
import type { Runs } from '../../src/features/subject/run-and-record.ts';
import type { Program } from '../../src/features/subject/command-argument.ts';
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
  /** Functions whose results the recording can change; only if the program called one. */
  readonly altered?: readonly string[];
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
 * What the pages say about a program of one's own, as plain data: the lines and pairs are those of the
 * recorded run, the verdict is about the one that is judged.
 * @param prediction one text a line, as typed
 * @throws Error when the run was not recorded
 */
export function explained(
  { judged, recorded }: Runs,
  { code, kind }: Pick<Program, 'code' | 'kind'>,
  prediction?: readonly string[],
): Explained {
  const { runtime, ended, exitCode, lines: actual } = judged;
  const trace = recorded?.trace;
  if (!trace)
    throw new Error(
      'The recording of this run was put out of action, so nothing can be explained.',
    );
  const verdict =
    prediction &&
    judgeProgram(
      {
        code,
        kind,
        actual,
        truncated: ended !== 'exit',
        recorded: { lines: recorded.lines, trace },
      },
      readPrediction(prediction, { actual }),
    );
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
    ...(trace.altered && { altered: trace.altered }),
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
        text: possibleText(verdict),
      };
    case 'wrong': {
      const possible = verdict.possible.map(displayText);
      const before = verdict.before ? ` Every run prints “${possible[0]}” before it.` : '';
      const text = `Wrong from line ${verdict.at + 1}.${before}`;
      return { kind: 'wrong', line: verdict.at + 1, possible, text };
    }
    case 'unknown':
      return { kind: 'unknown', text: unknownText(verdict) };
  }
}

function possibleText({ because }: Extract<Verdict, { kind: 'possible' }>): string {
  if (because?.kind !== 'race') {
    return 'This order is possible, though this run printed another one.';
  }
  const [earlier, later] = [because.pair.earlier, because.pair.later].map(displayText);
  return `This run printed another order. “${earlier}” and “${later}” race, so this one can happen too.`;
}

function unknownText(verdict: Extract<Verdict, { kind: 'unknown' }>): string {
  if (verdict.reason !== 'undecided' || !verdict.pair) return unknownTexts[verdict.reason];
  const [earlier, later] = [verdict.pair.earlier, verdict.pair.later].map(displayText);
  return verdict.pair.relation === 'race'
    ? `This run printed “${earlier}” before “${later}”, and these two race. What the program prints in another order can depend on more than the record shows: run the program many times.`
    : `This run printed “${earlier}” before “${later}”, but the record doesn't show that every run does. Another run may print them in the other order: run the program many times.`;
}

const unknownTexts = {
  undecided:
    "Another run may print something else. Whether this is possible can't be told from one run: run the program many times.",
  unrecorded:
    'The run could not be recorded as a whole, so nothing tells what other runs may print.',
  truncated: 'The run was cut short before it could be judged.',
  tooManyOrders: 'There are too many possible orders to search.',
  outsideExpectation: 'This run printed an order that the expectation does not have.',
} as const;
