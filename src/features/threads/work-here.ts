import { doWork } from './work-table.ts';
import type { WorkTable } from './work-table.ts';
import type { Done, Work } from './work.ts';

/**
 * The work done in this thread: for scripts and tests, where nobody waits for it. What could not be sent
 * to another thread fails here too.
 */
export const workHere: Pick<Work, 'do'> = {
  async do(name, ...args) {
    return structuredClone(await doWork(name, structuredClone(args))) as Done<
      WorkTable[typeof name]
    >;
  },
};
