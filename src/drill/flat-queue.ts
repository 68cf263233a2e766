import { isQueued, type RanCallback, type RanProgram } from './recorded-run.ts';

/** More microtasks that are over with one step only say that a queue is a queue, however they are spelled. */
const mostSingle = 2;

/** Whether the queues after one callback have more than two microtasks that nothing follows. */
export function hasFlatQueue({ ran }: RanProgram): boolean {
  const counts = new Map<RanCallback, number>();
  for (const one of ran) {
    if (one.phase !== 'microtask' || !one.after || isInChain(one, ran)) continue;
    counts.set(one.after, (counts.get(one.after) ?? 0) + 1);
  }
  return [...counts.values()].some((count) => count > mostSingle);
}

/** Something comes before it in the same queues, or it leads to something. */
const isInChain = (one: RanCallback, ran: readonly RanCallback[]): boolean =>
  (one.queuedBy && isQueued(one.queuedBy) && one.queuedBy.after === one.after) === true ||
  ran.some((other) => other.queuedBy === one);
