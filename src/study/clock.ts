import { isRecord } from '../collections/is-record.ts';

/**
 * How much time has passed of an interview, or of a card that is looked at. Only `elapsed` is ever stored: time in which no window is open does
 * not pass, and a clock of the system that is set does not change it.
 */
export interface Clock {
  /** Milliseconds before it last began to run. */
  readonly elapsed: number;
  /** When it began, by a clock of this process that never goes back (`performance.now()`); absent while it stands still. */
  readonly since?: number;
}

export const newClock: Clock = { elapsed: 0 };

/** Milliseconds. @param now by the clock that gave `since` */
export const elapsedAt = ({ elapsed, since }: Clock, now: number): number =>
  since === undefined ? elapsed : elapsed + Math.max(0, now - since);

/** Runs from now on, or stands still; without effect on one that does already. */
export function run(clock: Clock, on: boolean, now: number): Clock {
  if (on) return clock.since === undefined ? { ...clock, since: now } : clock;
  return clock.since === undefined ? clock : { elapsed: elapsedAt(clock, now) };
}

/** A clock that was stored, standing still; undefined for anything else. */
export function readClock(value: unknown): Clock | undefined {
  if (!isRecord(value)) return undefined;
  const { elapsed } = value;
  return typeof elapsed === 'number' && Number.isFinite(elapsed) && elapsed >= 0
    ? { elapsed }
    : undefined;
}
