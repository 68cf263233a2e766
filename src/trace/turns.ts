import type { TaskDraft } from './drafts.ts';
import type { Moment, Phase } from './model.ts';

/** Counts turns of the event loop; each begins with the timers phase. */
export interface TurnCounter {
  /** The script begins, after that many turns: Node 20 has read an ES module's file in some. */
  begin(loops: number): void;
  /** 0 before the loop. */
  readonly current: number;
  /**
   * A callback of the loop begins.
   * @param loops libuv's own count, negative or absent where Node does not tell
   */
  enter(phase: Phase, loops: number | undefined, task: TaskDraft, now: Moment): void;
}

/** The order of the phases in a turn. */
const ranks: Partial<Record<Phase, number>> = { timers: 0, poll: 1, check: 2, close: 3, exit: 4 };

/**
 * libuv (1.45 and later, Node 20) adds one to its count just before it polls, and runs timers
 * after poll, check and close, but also once before its first turn: timers belong to the turn that
 * the next count will name. Callbacks of the pending phase, which JavaScript can't tell from
 * poll, still see the former count, which is why a turn never goes back.
 *
 * Without the count a turn is over when a phase comes that stands earlier, or when an immediate
 * runs that was made by one of the same round.
 */
export function createTurnCounter(): TurnCounter {
  let current = 0;
  let rank = -1;
  let roundBegan = 0;
  let before = 0;
  return {
    begin(loops) {
      before = Math.max(0, loops - 1);
    },
    get current() {
      return current;
    },
    enter(phase, loops, task, now) {
      const next = ranks[phase] ?? 1;
      if (loops !== undefined && loops >= 0) {
        current = Math.max(current, 1, loops - before + (phase === 'timers' ? 1 : 0));
      } else {
        const again = phase === 'check' && rank === next && task.scheduledAt > roundBegan;
        if (next < rank || current === 0 || again) current += 1;
        if (again || next !== rank) roundBegan = now;
      }
      rank = next;
    },
  };
}
