import fs from 'node:fs';
import {
  attempt,
  byteLengthOf,
  bytesFrom,
  bytesOf,
  getOwnPropertyDescriptor,
  isView,
  putMethod,
  standIn,
} from './primordials.ts';
import { isOpen } from './output.ts';
import type { Announce } from './output.ts';
import { callUnseen } from './own-frames.ts';

type Call = (...args: never[]) => unknown;

/**
 * Synchronous calls that go around `process.stdout`, `process.stderr` and `process.stdin`:
 * `fs.writeSync(1, …)` prints, `fs.readFileSync(0)` waits for input.
 */
export function observeDirectAccess(announce: Announce, readsInput: () => void): void {
  const noteRead = (args: unknown[]) => {
    // Standard input is a socket here, which can't be opened by its name as a pipe or terminal can.
    if (args[0] === '/dev/stdin') args[0] = 0;
    if (args[0] === 0) readsInput();
  };
  replace('readSync', { before: noteRead });
  replace('readFileSync', { before: noteRead });
  replace('read', { before: noteRead });
  replace('readFile', { before: noteRead });
  replace('writeSync', {
    after(args, written) {
      const fd = args[0];
      if (fd !== 1 && fd !== 2) return;
      const stream = fd === 1 ? 'stdout' : 'stderr';
      if (isOpen(stream)) announce(stream, writtenPart(args, written as number));
    },
  });
}

/** `writeSync(fd, string, position, encoding)`, or `(fd, view, offset | options, length, …)`. */
function writtenPart(args: readonly unknown[], written: number): string | Uint8Array {
  const data = args[1];
  if (isView(data)) return bytesOf(data, offsetIn(args[2]), written);
  const text = data as string;
  const encoding = typeof args[3] === 'string' ? (args[3] as BufferEncoding) : 'utf8';
  const utf8 = encoding === 'utf8' || encoding === 'utf-8';
  if (utf8 && byteLengthOf(text) === written) return text;
  return bytesOf(bytesFrom(text, encoding), 0, written);
}

/** Looks at own values alone: a getter must not be called more often than without us. */
function offsetIn(place: unknown): number {
  if (typeof place === 'number') return place;
  if (typeof place !== 'object' || place === null) return 0;
  const offset: unknown = getOwnPropertyDescriptor(place, 'offset')?.value;
  return typeof offset === 'number' ? offset : 0;
}

interface Observer {
  readonly before?: (args: unknown[]) => void;
  readonly after?: (args: readonly unknown[], result: unknown) => void;
}

/** @early */
function replace(
  name: 'readSync' | 'readFileSync' | 'read' | 'readFile' | 'writeSync',
  { before, after }: Observer,
): void {
  const value = standIn(fs[name] as Call, (target, self, args) => {
    attempt(() => before?.(args));
    const result = callUnseen(target, self, args);
    attempt(() => after?.(args, result));
    return result;
  });
  putMethod(fs, name, value, true);
}
