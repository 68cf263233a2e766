import type { Phase } from '../trace/model.ts';

/** Tells phases apart where color does not: `check` and `close`, `main` and microtask begin alike. */
export const phaseLetter: Readonly<Record<Phase, string>> = {
  main: 'M',
  nextTick: 'N',
  microtask: 'µ',
  timers: 'T',
  poll: 'P',
  check: 'C',
  close: 'X',
  exit: 'E',
};
