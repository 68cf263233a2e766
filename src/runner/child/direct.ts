import fs from 'node:fs';
import { apply, attempt, bare, bytesFrom, defineProperty } from './originals.ts';

type Call = (...args: unknown[]) => unknown;

/**
 * Synchronous calls that go around `process.stdout`, `process.stderr` and `process.stdin`:
 * `fs.writeSync(1, …)` prints, `fs.readFileSync(0)` waits for input.
 */
export function observeDirectAccess(
  announce: (stream: 'stdout' | 'stderr', bytes: Uint8Array) => void,
  readsInput: () => void,
): void {
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
      const [fd] = args;
      if (fd !== 1 && fd !== 2) return;
      announce(fd === 1 ? 'stdout' : 'stderr', writtenBytes(args, written as number));
    },
  });
}

/** `writeSync(fd, string, position, encoding)`, or `(fd, view, offset | options, length, …)`. */
function writtenBytes([, data, third, fourth]: readonly unknown[], written: number): Uint8Array {
  if (ArrayBuffer.isView(data)) {
    const options = typeof third === 'object' && third !== null ? third : { offset: third };
    const offset = 'offset' in options && typeof options.offset === 'number' ? options.offset : 0;
    return bytesFrom(data.buffer, data.byteOffset + offset, written);
  }
  const encoding = typeof fourth === 'string' ? (fourth as BufferEncoding) : 'utf8';
  return bytesFrom(String(data), encoding).subarray(0, written);
}

interface Observer {
  readonly before?: (args: unknown[]) => void;
  readonly after?: (args: unknown[], result: unknown) => void;
}

function replace(
  name: 'readSync' | 'readFileSync' | 'read' | 'readFile' | 'writeSync',
  observer: Observer,
): void {
  const original = fs[name] as Call;
  const handler: ProxyHandler<Call> = {
    apply(target, self, args: unknown[]) {
      attempt(() => observer.before?.(args));
      const result = callUnseen(target, self, args);
      attempt(() => observer.after?.(args, result));
      return result;
    },
  };
  const value = new Proxy(original, bare(handler));
  defineProperty(fs, name, { value, writable: true, configurable: true, enumerable: true });
}

/** The snippet's stack traces must not show that somebody stands in between. */
function callUnseen(target: Call, self: unknown, args: unknown[]): unknown {
  const limit: unknown = Error.stackTraceLimit;
  attempt(() => {
    // Room for our own two frames, so that the last ones of the others stay.
    if (typeof limit === 'number') Error.stackTraceLimit = limit + 2;
  });
  try {
    return apply(target, self, args);
  } catch (error) {
    attempt(() => removeOwnFrames(error));
    throw error;
  } finally {
    attempt(() => {
      if (typeof limit === 'number') Error.stackTraceLimit = limit;
    });
  }
}

function removeOwnFrames(error: unknown): void {
  if (!(error instanceof Error) || error.stack?.includes(__filename) !== true) return;
  const lines = error.stack.split('\n');
  error.stack = lines.filter((line) => !line.includes(__filename)).join('\n');
}
