/** Does something soon, and never more often than that. */
export interface Throttle {
  /** To be done: immediately when it was not done lately, else when enough time has passed. */
  ask(): void;
  /** Done now, whatever was asked for. */
  now(): void;
  dispose(): void;
}

/** What tells the time; milliseconds. */
export interface Timers {
  now(): number;
  set(action: () => void, ms: number): unknown;
  clear(timer: unknown): void;
}

/** What stands beside the lines of an editor changes as often as this while a program prints. */
export const drawingIntervalMs = 100;

export function createThrottle(
  action: () => void,
  everyMs: number,
  timers: Timers = systemTimers,
): Throttle {
  let last = -Infinity;
  let timer: unknown;
  const run = (): void => {
    timers.clear(timer);
    timer = undefined;
    last = timers.now();
    action();
  };
  return {
    ask() {
      if (timer !== undefined) return;
      const wait = last + everyMs - timers.now();
      if (wait <= 0) run();
      else timer = timers.set(run, wait);
    },
    now: run,
    dispose() {
      timers.clear(timer);
      timer = undefined;
    },
  };
}

const systemTimers: Timers = {
  now: () => performance.now(),
  set: (action, ms) => setTimeout(action, ms),
  clear: (timer) => clearTimeout(timer as NodeJS.Timeout | undefined),
};
