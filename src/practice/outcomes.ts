import { isRecord } from '../collections/is-record.ts';
import type { Ended } from '../runner/model.ts';
import type { Failure, HarnessEvent } from './protocol.ts';

/** What became of one test. */
export type Outcome =
  | { readonly kind: 'passed'; readonly ms: number }
  | { readonly kind: 'failed'; readonly ms: number; readonly failure: Failure }
  /** It was running when the run was ended by a limit. */
  | { readonly kind: 'stopped'; readonly by: Stop }
  /** It waits for something that nothing will bring: the program had nothing left to do. */
  | { readonly kind: 'unsettled' }
  /** It never began. */
  | { readonly kind: 'notRun' };

/** What ends a run from outside, other than its user. */
export type Stop = Exclude<Ended, 'exit' | 'cancelled'>;

export interface Outcomes {
  /** One for each name that was asked for. */
  readonly tests: ReadonlyMap<string, Outcome>;
  /** Why no test could run. */
  readonly broken?: Failure;
  /** What the console printed, and during which test; undefined while the code was loaded. */
  readonly printed: readonly Printed[];
}

export interface Printed {
  readonly test: string | undefined;
  readonly text: string;
}

/**
 * What the harness wrote down, as outcomes.
 * @param text lines of JSON, the last of them perhaps torn
 * @param names of the tests that are wanted
 * @param ended how the run ended; undefined for one that nobody watched
 */
export function outcomesOf(
  text: string,
  names: readonly string[],
  ended: Ended | undefined,
): Outcomes {
  const told = new Map<string, Outcome>();
  const printed: Printed[] = [];
  let broken: Failure | undefined;
  let test: string | undefined;
  for (const event of eventsOf(text)) {
    if (event.kind === 'broken') broken = failureOf(event);
    else if (event.kind === 'printed') printed.push({ test, text: event.text });
    else {
      test = event.name;
      told.set(test, outcomeOf(event, ended));
    }
  }
  const tests = new Map(
    names.map((name) => [name, told.get(name) ?? ({ kind: 'notRun' } as const)]),
  );
  return { tests, printed, ...(broken && { broken }) };
}

function outcomeOf(
  event: Exclude<HarnessEvent, { kind: 'broken' | 'printed' }>,
  ended: Ended | undefined,
): Outcome {
  switch (event.kind) {
    case 'passed':
      return { kind: 'passed', ms: event.ms };
    case 'failed':
      return { kind: 'failed', ms: event.ms, failure: failureOf(event) };
    case 'began':
      // Until a later line says more.
      if (ended === 'exit') return { kind: 'unsettled' };
      return ended === undefined || ended === 'cancelled'
        ? { kind: 'notRun' }
        : { kind: 'stopped', by: ended };
  }
}

const failureOf = ({ message, stack, expected, actual }: Failure): Failure => ({
  ...{ message, stack },
  ...(expected !== undefined && actual !== undefined && { expected, actual }),
});

/** The code under test can write to the file too, so nothing is believed that has another shape. */
export function eventsOf(text: string): readonly HarnessEvent[] {
  return text.split('\n').flatMap((line) => readEvent(line) ?? []);
}

function readEvent(line: string): HarnessEvent | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  const { kind, name, ms, text, message, stack, expected, actual } = value;
  const failure =
    typeof message === 'string' && typeof stack === 'string'
      ? {
          ...{ message, stack },
          ...(typeof expected === 'string' && { expected }),
          ...(typeof actual === 'string' && { actual }),
        }
      : undefined;
  if (kind === 'broken') return failure && { kind, ...failure };
  if (kind === 'printed') return typeof text === 'string' ? { kind, text } : undefined;
  if (typeof name !== 'string') return undefined;
  if (kind === 'began') return { kind, name };
  if (typeof ms !== 'number') return undefined;
  if (kind === 'passed') return { kind, name, ms };
  return kind === 'failed' ? failure && { kind, name, ms, ...failure } : undefined;
}
