import { defineProperty, observed } from './originals.ts';

/** Tells once when the snippet begins to read; only looking at `process.stdin` is not reading. */
export function observeReads(stream: NodeJS.ReadStream, readsInput: () => void): void {
  defineProperty(stream, '_read', {
    value: observed(stream._read, readsInput),
    writable: true,
    configurable: true,
    enumerable: false,
  });
}
