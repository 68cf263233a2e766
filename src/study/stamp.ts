import type { ProgressEvent } from './event.ts';

/** Which of two events is the later one: their times decide, then their ids. */
export interface Stamp {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly id: string;
}

/**
 * A time that no clock shows says nothing about which event came first, and counts as the earliest:
 * otherwise nothing could ever be later.
 */
export function stampOf({ at, id }: ProgressEvent): Stamp {
  const time = Date.parse(at);
  return { at: time < firstImpossible ? time : 0, id };
}

export function isLater(stamp: Stamp, other: Stamp | undefined): boolean {
  if (!other || stamp.at > other.at) return true;
  return stamp.at === other.at && stamp.id > other.id;
}

const firstImpossible = Date.UTC(9999, 0);
