import type { TracedLine } from '../trace/model.ts';
import type { Doubt } from './doubt.ts';
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

/** Whether each round but the first was begun by one before, and none after the end of the loop. */
function isOneLoop(record: TraceIndex, step: number): boolean {
  const { api, site, loop } = record.task(step);
  const rounds = record.trace.tasks.filter(
    (task) =>
      task.api === api && task.site?.line === site?.line && task.site?.column === site?.column,
  );
  return rounds.slice(1).every(({ by = 0 }) => {
    const isOver = record.trace.lines.some(
      ({ callback, past }) => callback === by && past?.includes(loop ?? -1),
    );
    return record.task(by).loop === loop && !isOver;
  });
}
