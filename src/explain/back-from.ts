import type { TraceIndex } from './trace-index.ts';

/**
 * A callback and all that led to it, each once, the nearest first.
 * @param above only what came after this callback
 */
export function* backFrom(
  record: TraceIndex,
  index: number,
  above = -1,
): Generator<number, undefined> {
  const seen = new Set([index]);
  for (const at of seen) {
    yield at;
    for (const cause of record.causes(at)) if (cause > above) seen.add(cause);
  }
  return undefined;
}
