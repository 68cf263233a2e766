import { readFileSync } from 'node:fs';

/**
 * CPU time of the main thread, in milliseconds, which other processes take no part in; elsewhere than on Linux the
 * clock.
 */
export function workedMs(): number {
  if (process.platform !== 'linux') return performance.now();
  const [worked] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
  return Number(worked) / 1e6;
}
