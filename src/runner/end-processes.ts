import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/**
 * Ends the process group of a child at once. On Windows, where there are no groups, the tree
 * below the child; that works only while the child lives.
 */
export function killGroup(pid: number, platform = process.platform): void {
  if (platform === 'win32') {
    const taskkill = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'taskkill.exe');
    execFile(taskkill, ['/pid', String(pid), '/T', '/F'], { windowsHide: true }, () => undefined);
    return;
  }
  kill(-pid);
}

/**
 * Ends processes that left the group (`detached: true`). They are known by their environment or
 * working folder, which name the run's private folder; one that changed both gets away.
 * @param lastId from `lastProcessId`, when the child had not started any yet
 */
export async function killStragglers(
  lastId: number,
  folder: string,
  platform = process.platform,
): Promise<void> {
  const find = platform === 'linux' ? findByProc : platform === 'darwin' ? findByPs : undefined;
  // Again until none is left: one may have started another in between, and on a busy machine a
  // process that was killed lives until it is its turn to die.
  for (let pause = 2; find !== undefined && pause < 1000; pause *= 2) {
    const found = await find(lastId, folder);
    if (found.length === 0) return;
    found.forEach(kill);
    await setTimeout(pause);
  }
}

const running = new Set<number>();
let guarding = false;

/**
 * Ends the child's group if this process exits before the run does.
 * @returns to be called when the run is over
 */
export function guardProcess(pid: number): () => void {
  if (!guarding) {
    guarding = true;
    process.on('exit', () => running.forEach((id) => killGroup(id)));
  }
  running.add(pid);
  return () => running.delete(pid);
}

/** The id that was given to a process last; 0 where nobody tells. */
export function lastProcessId(): number {
  try {
    return Number(readFileSync('/proc/loadavg', 'utf8').trim().split(' ').at(-1)) || 0;
  } catch {
    return 0;
  }
}

/** So many ids are looked at one by one; beyond that it takes less to ask which processes there are. */
const fewIds = 32;

async function findByProc(lastId: number, folder: string): Promise<number[]> {
  const newest = lastProcessId();
  // Ids count upwards and wrap around.
  const wrapped = newest < lastId;
  const ids =
    !wrapped && lastId > 0 && newest - lastId <= fewIds
      ? Array.from({ length: newest - lastId }, (_, index) => lastId + 1 + index)
      : (await readdir('/proc').catch(() => [])).map(Number);
  const marked = await Promise.all(
    ids
      .filter((id) => id > 1 && id !== process.pid && (wrapped || id > lastId))
      .map(async (id) => ((await isMarked(id, folder)) ? [id] : [])),
  );
  return marked.flat();
}

async function isMarked(id: number, folder: string): Promise<boolean> {
  // Others' processes may not be looked into.
  const environment = await readFile(`/proc/${id}/environ`, 'latin1').catch(() => '');
  if (environment.includes(Buffer.from(folder).toString('latin1'))) return true;
  const cwd = await readlink(`/proc/${id}/cwd`).catch(() => '');
  return cwd.startsWith(folder);
}

function findByPs(_lastId: number, folder: string): Promise<number[]> {
  return new Promise((resolve) => {
    execFile('/bin/ps', ['axeww', '-o', 'pid=,command='], { maxBuffer: 2 ** 26 }, (_error, out) => {
      const lines = out.split('\n').filter((line) => line.includes(folder));
      resolve(
        lines.map((line) => Number.parseInt(line, 10)).filter((id) => id > 1 && id !== process.pid),
      );
    });
  });
}

function kill(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
