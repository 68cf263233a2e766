import { memoryUsage } from 'node:process';

/**
 * Node's start and our own leave V8's young generation nearly full. The collection that follows would fall
 * into the program's first turn of the event loop, take milliseconds there, and decide its races. The
 * first one keeps what is alive; the second moves that to the old generation and leaves the young one empty.
 * @early
 */
export function collectGarbage(): void {
  const most = 8 * 1024;
  let [before, collections] = [memoryUsage().heapUsed, 0];
  for (let garbage = 0; garbage < most && collections < 2; garbage += 8) {
    for (let kilobytes = 0; kilobytes < 8; kilobytes++) void new Array(128).fill(garbage);
    const now = memoryUsage().heapUsed;
    if (now < before) collections++;
    before = now;
  }
}
