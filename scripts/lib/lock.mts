import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { onEnd } from './processes.mts';

/**
 * Runs `work` while no other process holds the same lock file.
 * @template T
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  // A holder that was killed raises no event anywhere, so this looks again now and then.
  while (!take(file)) await wait(200);
  const release = () => rmSync(file, { force: true });
  const keep = onEnd(release);
  try {
    return await work();
  } finally {
    release();
    keep();
  }
}

function take(file: string) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    removeIfStale(file);
    return false;
  }
}

function removeIfStale(file: string) {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    // Empty for the instant between its creation and its writing: then it is not stale.
    if (holder > 0 && !isAlive(holder)) rmSync(file, { force: true });
  } catch {
    // Released meanwhile.
  }
}

function isAlive(pid: number) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
