import { observe } from './primordials.ts';

/** Tells once when the snippet begins to read; only looking at `process.stdin` is not reading. */
export function observeReads(stream: NodeJS.ReadStream, readsInput: () => void): void {
  observe(stream, '_read', readsInput);
}
