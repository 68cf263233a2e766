import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** A fresh Node's own share of resident memory, in megabytes, with some room. */
const ownShareMb = 80;

/**
 * Calls back when the child and what it started use more resident memory than the limit and a
 * fresh Node's share; `--max-old-space-size` does not count Buffers. Windows has no cheap way to
 * ask: there only the heap is limited.
 * @returns stops watching
 */
export function watchMemory(
  pid: number,
  limitMb: number,
  onExceeded: () => void,
  platform = process.platform,
): () => void {
  const measure = platform === 'linux' ? treeMb : platform === 'darwin' ? psMb : undefined;
  if (measure === undefined) return () => undefined;
  const pause = platform === 'linux' ? 40 : 250;
  let stopped = false;
  let timer: NodeJS.Timeout;
  const next = () => {
    timer = setTimeout(() => {
      void measure(pid).then((mb) => {
        if (stopped) return;
        if (mb > limitMb + ownShareMb) onExceeded();
        else next();
      });
    }, pause);
  };
  next();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

async function treeMb(pid: number, depth = 0): Promise<number> {
  const [status, below] = await Promise.all([
    readFile(`/proc/${pid}/status`, 'latin1').catch(() => ''),
    childrenOf(pid),
  ]);
  const own = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
  if (depth === 3) return own;
  const sizes = await Promise.all(below.map((id) => treeMb(id, depth + 1)));
  return sizes.reduce((sum, size) => sum + size, own);
}

/** Processes that the main thread of a process started, at most 50 of them; on Linux alone. */
export async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'latin1').catch(() => '');
  return text
    .split(' ')
    .map(Number)
    .filter((id) => id > 0)
    .slice(0, 50);
}

function psMb(pid: number): Promise<number> {
  return new Promise((resolve) => {
    execFile('/bin/ps', ['-o', 'rss=', '-p', String(pid)], (_error, out) => {
      resolve(Number.parseInt(out, 10) / 1024 || 0);
    });
  });
}
