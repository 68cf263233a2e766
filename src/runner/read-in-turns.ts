import type { Readable } from 'node:stream';
import { sliceTime } from '../collections/in-slices.ts';

/**
 * Reads texts from some streams, and lets others have the thread between them: a child can write, and the
 * system hand over, faster than what it writes is understood. The streams pause and go on together, so that
 * they keep their order.
 */
export function readInTurns(
  sources: readonly { readonly stream: Readable; readonly read: (text: string) => void }[],
): void {
  let began: number | undefined;
  let paused = false;
  const next = (): void => {
    began = undefined;
    if (!paused) return;
    paused = false;
    for (const { stream } of sources) stream.resume();
  };
  for (const { stream, read } of sources) {
    stream.on('data', (text: string) => {
      if (began === undefined) {
        began = performance.now();
        setImmediate(next);
      }
      read(text);
      if (paused || performance.now() - began < sliceTime) return;
      paused = true;
      for (const source of sources) source.stream.pause();
    });
  }
}
