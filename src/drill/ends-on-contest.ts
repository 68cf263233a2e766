import type { RanLine, RanProgram } from './recorded-run.ts';

/** Whether the last thing to know is that an immediate is before a timeout of the same callback. */
export function endsOnContest({ lines }: RanProgram): boolean {
  const [one, last] = lines.slice(-2);
  return one !== undefined && last !== undefined && isTimerAgainstImmediate(one, last);
}

/** An immediate, and behind it a timer that the same callback made. */
export const isTimerAgainstImmediate = (one: RanLine, later: RanLine): boolean =>
  one.by.phase === 'check' && later.by.phase === 'timers' && one.by.by === later.by.by;
