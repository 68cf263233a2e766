import type { TracedLine } from '../trace/model.ts';
import type { Doubt } from './feeders.ts';
import type { TraceIndex } from './trace-index.ts';

/**
 * Whether a line stands behind a loop in which the other one was printed: whatever that loop took, and in whatever
 * order, it was over by then. Only if the program had no other call of that function, with a loop of its own.
 */
export function isAfterLoop(
  record: TraceIndex,
  { step }: Doubt,
  lines: Lines | undefined,
): boolean {
  const loop = step === undefined ? undefined : record.task(step).loop;
  if (loop === undefined || step === undefined) return false;
  if (lines?.earlier.within?.includes(loop) !== true) return false;
  return lines.later.past?.includes(loop) === true && isOneLoop(record, step);
}

interface Lines {
  readonly earlier: TracedLine;
  readonly later: TracedLine;
}

/** Whether all rounds at one place are of one chain. */
function isOneLoop(record: TraceIndex, step: number): boolean {
  const { api, site } = record.task(step);
  const isRound = (index: number): boolean => {
    const other = record.task(index);
    return (
      other.api === api && other.site?.line === site?.line && other.site?.column === site?.column
    );
  };
  const rounds = record.trace.callbacks.map(({ index }) => index).filter(isRound);
  return rounds.slice(1).every((round, at) => {
    const before = rounds[at] ?? 0;
    for (
      let by = record.task(round).by;
      by !== undefined && by >= before;
      by = record.task(by).by
    ) {
      if (by === before) return true;
    }
    return false;
  });
}
