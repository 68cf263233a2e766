import { readFile, readlink } from 'node:fs/promises';
import { childrenOf } from './watch-memory.ts';

/** The number of the system call `read`. */
const readCall: Partial<Record<NodeJS.Architecture, string>> = { x64: '0', arm64: '63' };

/**
 * Whether a process that a program started stands still in a read of the program's own standard
 * input, which it inherited: nothing comes there. Only Linux tells, and of a process that waits for
 * several things, as Node.js does, it doesn't.
 */
export async function readsInheritedInput(pid: number, platform = process.platform) {
  const call = readCall[process.arch];
  if (platform !== 'linux' || call === undefined) return false;
  const input = await readlink(`/proc/${pid}/fd/0`).catch(() => undefined);
  if (input === undefined) return false;
  const reads = async (id: number, depth: number): Promise<boolean> => {
    const [syscall, theirs] = await Promise.all([
      readFile(`/proc/${id}/syscall`, 'latin1').catch(() => ''),
      readlink(`/proc/${id}/fd/0`).catch(() => undefined),
    ]);
    if (theirs === input && syscall.startsWith(`${call} 0x0 `)) return true;
    return depth < 3 && anyBelow(id, depth + 1);
  };
  const anyBelow = async (id: number, depth: number): Promise<boolean> =>
    (await Promise.all((await childrenOf(id)).map((child) => reads(child, depth)))).some(Boolean);
  return anyBelow(pid, 1);
}
