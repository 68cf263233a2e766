/** Milliseconds that something takes, and the longest time between two turns of the loop meanwhile. */
export async function measure(
  work: () => Promise<unknown>,
): Promise<{ time: number; block: number }> {
  const started = performance.now();
  let last = started;
  let block = 0;
  const turn = (): void => {
    const now = performance.now();
    block = Math.max(block, now - last);
    last = now;
    next = setImmediate(turn);
  };
  let next = setImmediate(turn);
  await work();
  clearImmediate(next);
  const ended = performance.now();
  return { time: ended - started, block: Math.max(block, ended - last) };
}
