import fs from 'node:fs';
import { gateFd, waitingLine } from '../protocol.ts';
import type { ChildStart, Release } from '../protocol.ts';
import { wait } from './primordials.ts';

/**
 * Blocks until the host lets this process through, which may take minutes and costs no CPU. What
 * follows is Node's own way to a program's start. Does not return when the host has gone.
 */
export function waitAtGate({ folder }: ChildStart): Release {
  try {
    fs.writeSync(gateFd, `${waitingLine}\n`);
    const release = JSON.parse(readLine()) as Release;
    fs.closeSync(gateFd);
    return release;
  } catch {
    return leave(folder);
  }
}

/** @throws Error when the host closed its end */
function readLine(): string {
  const chunks: Buffer[] = [];
  const buffer = Buffer.alloc(4096);
  for (;;) {
    const length = readSome(buffer);
    if (length === 0) throw new Error('The host has gone.');
    chunks.push(Buffer.from(buffer.subarray(0, length)));
    if (buffer[length - 1] === 10) return Buffer.concat(chunks).toString('utf8');
  }
}

function readSome(buffer: Buffer): number {
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      return fs.readSync(gateFd, buffer);
    } catch (error) {
      // A platform may hand over a pipe that does not block.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      wait(sleeper, 0, 0, 20);
    }
  }
}

/** Nobody is left who could remove the folder, or read a word about it. */
function leave(folder: string): never {
  try {
    process.chdir('/');
    fs.rmSync(folder, { recursive: true, force: true });
  } catch {
    // Permission flags forbid it; the system clears the empty folders some day.
  }
  const { reallyExit } = process as unknown as { reallyExit: (code: number) => never };
  return reallyExit(0);
}
