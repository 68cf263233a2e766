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
  /** The process ended by itself while it was running, with things left to do. */
  | { readonly kind: 'exited' }
  /** It never began. */
  | { readonly kind: 'notRun' };

/** What ends a run from outside, other than its user. */
export type Stop = Exclude<Ended, 'exit' | 'cancelled'>;

/** What a run ends with while the code is loaded, where nothing is thrown: see the outcomes of a test. */
export type Unloaded = Exclude<Outcome, { kind: 'passed' | 'failed' | 'notRun' }>;

export interface Outcomes {
  /** One for each name that was asked for. */
  readonly tests: ReadonlyMap<string, Outcome>;
  /** Why no test could run. */
  readonly broken?: Failure;
  /** The same, where nothing was thrown: it was loading until the run ended. */
  readonly unloaded?: Unloaded;
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
  const told = new Map<string, Outcome | 'began'>();
  const printed: Printed[] = [];
  let broken: Failure | undefined;
  let test: string | undefined;
  let isDrained = false;
  for (const event of eventsOf(text)) {
    if (event.kind === 'broken') broken = failureOf(event);
    else if (event.kind === 'printed') printed.push({ test, text: event.text });
    else if (event.kind === 'drained') isDrained = true;
    else {
      // Work may go on after it, such as that of a handler of `beforeExit`.
      isDrained = false;
      test = event.name;
      told.set(test, outcomeOf(event));
    }
  }
  const unfinished = unfinishedBy(ended, isDrained);
  const outcome = (name: string): Outcome => {
    const known = told.get(name) ?? { kind: 'notRun' };
    if (known !== 'began') return known;
    // Another test began after it: what ended the process was not this one.
    return unfinished.kind === 'exited' && name !== test ? { kind: 'unsettled' } : unfinished;
  };
  const tests = new Map(names.map((name) => [name, outcome(name)]));
  const isLoading = !broken && test === undefined && unfinished.kind !== 'notRun';
  return {
    ...{ tests, printed },
    ...(broken && { broken }),
    ...(isLoading && { unloaded: unfinished }),
  };
}

/** `began` until a later line says more. */
function outcomeOf(
  event: Extract<HarnessEvent, { kind: 'began' | 'passed' | 'failed' }>,
): Outcome | 'began' {
  switch (event.kind) {
    case 'passed':
      return { kind: 'passed', ms: event.ms };
    case 'failed':
      return { kind: 'failed', ms: event.ms, failure: failureOf(event) };
    case 'began':
      return 'began';
  }
}

/** What becomes of the code that was running when the run ended. @param isDrained nothing was left to do */
function unfinishedBy(
  ended: Ended | undefined,
  isDrained: boolean,
): Unloaded | { readonly kind: 'notRun' } {
  if (isDrained) return { kind: 'unsettled' };
  if (ended === 'exit') return { kind: 'exited' };
  // Nobody knows, or nobody wanted to know.
  if (ended === undefined || ended === 'cancelled') return { kind: 'notRun' };
  return { kind: 'stopped', by: ended };
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
  if (kind === 'drained') return { kind };
  if (kind === 'broken') return failure && { kind, ...failure };
  if (kind === 'printed') return typeof text === 'string' ? { kind, text } : undefined;
  if (typeof name !== 'string') return undefined;
  if (kind === 'began') return { kind, name };
  if (typeof ms !== 'number') return undefined;
  if (kind === 'passed') return { kind, name, ms };
  return kind === 'failed' ? failure && { kind, name, ms, ...failure } : undefined;
}
