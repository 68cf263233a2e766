import type { TraceIndex } from './trace-index.ts';

/**
 * By streams: the callbacks of the loop that gave it something, in the order of this run.
 * @param until the last callback whose gifts count; all when left out
 */
export function fillersOf(record: TraceIndex, until = Infinity): readonly (readonly number[])[] {
  const streams = new Map<number, number[]>();
  for (const { index, fills = [] } of record.trace.callbacks) {
    if (index > until) break;
    const host = record.outermostMacrotask(index);
    for (const stream of fills) {
      const hosts = streams.get(stream);
      if (hosts === undefined) streams.set(stream, [host]);
      else if (hosts.at(-1) !== host) hosts.push(host);
    }
  }
  return [...streams.values()];
}
