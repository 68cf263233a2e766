import { observe } from './primordials.ts';

/** Tells once when the snippet begins to read; only looking at `process.stdin` is not reading. */
export function observeReads(stream: NodeJS.ReadStream, readsInput: () => void): void {
  observe(stream, '_read', readsInput);
}

/**
 * Has a pipe read only what is asked for, as Node's `tty.ReadStream` does. A pipe reads ahead even while it is
 * paused, which keeps a program alive that is through with its input: `readline.close()`, a `break` in
 * `for await`.
 */
export function readLikeTerminal(stream: NodeJS.ReadStream): void {
  const { _readableState: state } = stream as unknown as {
    readonly _readableState?: { highWaterMark: number };
  };
  if (state !== undefined) state.highWaterMark = 0;
}
