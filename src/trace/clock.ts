import type { Moment } from './model.ts';

/** The times of a run that is gone through again. */
export interface Clock {
  /** A moment for something that happens now, after all before. */
  tick(): Moment;
  readonly now: Moment;
  /** @param ms of the child's own clock */
  begin(ms: number): void;
  /** The beginning, by the child's clock. */
  readonly began: number;
  /** Milliseconds since the beginning. */
  since(ms: number): number;
}

export function createClock(): Clock {
  let now = 1;
  let startedAtMs = 0;
  return {
    tick: () => ++now,
    get now() {
      return now;
    },
    get began() {
      return startedAtMs;
    },
    begin(ms) {
      startedAtMs = ms;
    },
    since: (ms) => Math.max(0, ms - startedAtMs),
  };
}
