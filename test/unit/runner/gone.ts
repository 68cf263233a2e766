import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

/** Resolves once the process has ended. */
export async function gone(pid: number): Promise<void> {
  while (await isAlive(pid)) await setTimeout(5);
}

async function isAlive(pid: number): Promise<boolean> {
  if (process.platform === 'linux') {
    // Without a command line it has been killed and is being cleared away.
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')) !== '';
  }
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
