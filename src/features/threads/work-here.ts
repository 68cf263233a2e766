import { workTable } from './work-table.ts';
import type { WorkTable } from './work-table.ts';
import type { Done, Work } from './work.ts';

/**
 * The work done in this thread: for scripts and tests, where nobody waits for it. What could not be sent
 * to another thread fails here too.
 */
export const workHere: Pick<Work, 'do'> = {
  do(name, ...args) {
    type Result = Done<WorkTable[typeof name]>;
    const work = workTable[name] as (...args: unknown[]) => unknown;
    return Promise.resolve()
      .then(() => work(...structuredClone(args)))
      .then((result) => structuredClone(result) as Result);
  },
};
