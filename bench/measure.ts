import { workedMs } from './worked-ms.ts';

/**
 * Milliseconds that something takes, and the longest time that the thread works meanwhile without a turn of the
 * loop: what the machine gives to others in between is no stop of ours.
 */
export async function measure(
  work: () => Promise<unknown>,
): Promise<{ time: number; block: number }> {
  const started = performance.now();
  let last = workedMs();
  let block = 0;
  const turn = (): void => {
    const now = workedMs();
    block = Math.max(block, now - last);
    last = now;
    next = setImmediate(turn);
  };
  let next = setImmediate(turn);
  await work();
  clearImmediate(next);
  return { time: performance.now() - started, block: Math.max(block, workedMs() - last) };
}
