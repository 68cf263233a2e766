import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** Whether this platform has a cheap list of processes with their parents: Windows does not. */
export const canTellParents = process.platform !== 'win32';

/** Process ids of the Nodes that this extension host has started for snippets. */
export function snippetChildren(): number[] {
  return processes()
    .filter(({ parent, command }) => parent === process.pid && command.includes('preload.child'))
    .map(({ pid }) => pid);
}

/** Resolves when as many as that are there. */
export async function untilChildren(count: number): Promise<number[]> {
  for (;;) {
    const children = snippetChildren();
    if (children.length === count) return children;
    await setTimeout(20);
  }
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

function processes(): Process[] {
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap(fromProc);
  }
  const list = execFileSync('/bin/ps', ['-axww', '-o', 'pid=,ppid=,command='], {
    encoding: 'utf8',
  });
  return list.split('\n').flatMap((line) => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}

function fromProc(name: string): Process[] {
  try {
    const parent = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1];
    const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
    return [{ pid: Number(name), parent: Number(parent), command }];
  } catch {
    // It has ended meanwhile.
    return [];
  }
}
