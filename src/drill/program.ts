import type { ModuleKind } from '../bank/model.ts';

/**
 * A program that the drill can make, print and predict: what it does, without how it is written.
 * It never throws outside of an async function, a handler or a `try`, and all rejections are handled.
 */
export interface Program {
  readonly kind: ModuleKind;
  /** Declared above the body, in this order. */
  readonly functions: readonly DrillFunction[];
  readonly body: readonly Statement[];
}

/** A function without parameters. */
export interface DrillFunction {
  readonly name: string;
  readonly isAsync: boolean;
  readonly body: readonly Statement[];
}

export type Statement =
  | { readonly do: 'print'; readonly label: string }
  /** Has a callback called later. */
  | ({ readonly do: 'schedule'; readonly body: readonly Statement[] } & Schedule)
  /** Prints the label with 1, 2, … up to `times`, and then clears itself. */
  | {
      readonly do: 'interval';
      readonly delay: number;
      readonly times: number;
      readonly label: string;
    }
  /**
   * A function that prints its label with 1, 2, … and schedules itself until it has run `times` times; with
   * `await` an async function that awaits before each line.
   */
  | {
      readonly do: 'repeat';
      readonly name: string;
      readonly schedule: RepeatSchedule | 'await';
      readonly times: number;
      readonly label: string;
    }
  | { readonly do: 'evaluate'; readonly value: Expression }
  | { readonly do: 'define'; readonly name: string; readonly value: Expression }
  /** Only in async functions and at the top level of an ES module. */
  | { readonly do: 'await'; readonly value: Expression }
  /** The last statement of a function or handler. */
  | { readonly do: 'return'; readonly value: Expression; readonly awaited: boolean }
  | { readonly do: 'throw'; readonly message: string }
  | {
      readonly do: 'try';
      readonly body: readonly Statement[];
      readonly caught?: readonly Statement[];
      readonly last?: readonly Statement[];
    }
  /** An emitter with one listener for each body. */
  | {
      readonly do: 'listen';
      readonly emitter: string;
      readonly event: string;
      readonly listeners: readonly (readonly Statement[])[];
    }
  | { readonly do: 'emit'; readonly emitter: string; readonly event: string }
  /** Keeps the thread busy. */
  | { readonly do: 'block'; readonly ms: number };

export type Schedule =
  | { readonly how: 'nextTick' | 'queueMicrotask' | 'setImmediate' | 'readFile' | 'stat' }
  /** Milliseconds. */
  | { readonly how: 'setTimeout'; readonly delay: number };

export type RepeatSchedule = 'nextTick' | 'queueMicrotask' | 'setImmediate';

export type Expression =
  /** `null`: a value that is neither a promise nor a thenable. */
  | { readonly is: 'plain' }
  /** `Promise.resolve()` */
  | { readonly is: 'settled' }
  /** A promise that is rejected already. */
  | { readonly is: 'rejected'; readonly message: string }
  /** A promise that was stored before. */
  | { readonly is: 'stored'; readonly name: string }
  | { readonly is: 'call'; readonly name: string }
  /** An async function that is called where it is written. */
  | { readonly is: 'inline'; readonly body: readonly Statement[] }
  /** An executor; how its promise is fulfilled after its body. */
  | {
      readonly is: 'executor';
      readonly body: readonly Statement[];
      readonly settles: 'now' | Schedule;
    }
  | { readonly is: 'chain'; readonly from: Expression; readonly links: readonly Link[] }
  /** An object, declared above the functions, whose `then` prints the label and fulfills. */
  | { readonly is: 'thenable'; readonly name: string; readonly label: string }
  /** `setTimeout` of `node:timers/promises`, in milliseconds. */
  | { readonly is: 'sleep'; readonly delay: number }
  | { readonly is: 'all' | 'race'; readonly of: readonly Expression[] };

export interface Link {
  readonly via: 'then' | 'catch' | 'finally';
  readonly body: readonly Statement[];
}
