import type { ModuleKind } from '../../bank/model.ts';
import type { Order } from '../../order/order.ts';
import type { OutputLine } from '../../order/output.ts';
import { distinctBy } from '../../runner/distinct-by.ts';
import { isCannotRunError } from '../../runner/errors.ts';
import type { Runtime } from '../../runner/model.ts';
import type { Explanation } from '../../trace/explanation.ts';
import { runRequest } from '../subject/run-request.ts';
import { executable } from '../subject/subject.ts';
import type { Subject } from '../subject/subject.ts';
import { shownRules } from './differences.ts';
import type { RunsDependencies } from './runs-dependencies.ts';

/** What is run once more, to see by which rules its lines come in their order. */
export interface ToRecord {
  readonly program: Subject;
  readonly kind: ModuleKind;
  readonly runtime: Runtime;
  readonly expect: Order | undefined;
}

/** What the record of one run says of the order of its lines. */
export interface RecordedReasons {
  /** Of each line and the next one. */
  readonly neighbours: readonly (Explanation | undefined)[];
  /** Why lines have another order in other outputs, each rule once. */
  readonly reordered: readonly Explanation[];
  /** The outputs that races leave possible, for code without a written expectation. */
  readonly possible?: Order;
}

/**
 * Runs a program once more, recorded.
 * @param outputs what it printed in other runs and in other places
 * @returns undefined when there is no record
 */
export async function recordedReasons(
  { program, kind, runtime, expect }: ToRecord,
  outputs: readonly (readonly OutputLine[])[],
  dependencies: Pick<RunsDependencies, 'run' | 'work'>,
  signal: AbortSignal,
): Promise<RecordedReasons | undefined> {
  if (signal.aborted) return undefined;
  const request = { ...runRequest(program, signal), kind, trace: true };
  const { work } = dependencies;
  const result = await dependencies.run(request, runtime).catch(unlessNotRun);
  if (!result?.trace) return undefined;
  const known = expect === undefined ? {} : { expect };
  const { code } = executable(program);
  const [{ pairs }, reordered, possible] = await Promise.all([
    work.do('explainRun', result.trace, known),
    work.do('explainReordered', result.trace, outputs, expect),
    expect === undefined ? work.do('orderByRaces', result.trace, { code, kind }) : undefined,
  ]);
  return {
    ...(possible !== undefined && { possible }),
    neighbours: pairs,
    reordered,
  };
}

/** The results of the series are worth showing without it. */
function unlessNotRun(error: unknown): undefined {
  if (!isCannotRunError(error)) throw error;
}

/**
 * The rules that leave the order open: of the lines whose order changed, or of any, where none did.
 * @param same every run printed the same
 */
export function racesIn({ neighbours, reordered }: RecordedReasons, same: boolean): Explanation[] {
  const candidates = same ? neighbours.flatMap((reason) => reason ?? []) : reordered;
  const races = candidates.filter(({ certainty }) => certainty === 'race');
  return distinctBy(races, ({ rule }) => rule).slice(0, shownRules);
}
