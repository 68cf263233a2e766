import type { Certainty, Judge } from './rule.ts';

/**
 * Why a callback that led to another one need not do so in every run: `one` settled the promise or
 * delivered the value on the way, and in another run `other` may do so before it.
 */
export interface Doubt {
  readonly kind: 'settled' | 'joined' | 'queued' | 'delivered' | 'closed';
  readonly one: number;
  /** The same as `one`: the program ended before that. */
  readonly other: number;
  /** The task of something that could have come first, but did not run at all. */
  readonly pending?: number;
  readonly certainty: Certainty;
  /** For values: the step of the loop that took one. */
  readonly step?: number;
  /** It was taken at another place of the code than the one before. */
  readonly isElsewhere?: true;
}

/** So many callbacks after one may do what it did; those that race with it are near. */
export const mostAsked = 64;

/** Something that could have settled a promise instead, as far as the record tells. */
export type Rival = Omit<Doubt, 'certainty'>;

function certaintyOfRival({ one, other, pending }: Rival, judge: Judge): Certainty {
  // Whether it would have settled that promise at all, the record does not tell.
  if (pending !== undefined)
    return judge.wouldFollow(one, pending) === 'certain' ? 'certain' : 'unknown';
  return one === other ? 'unknown' : judge.certaintyOf(one, other);
}

/** The first race among them, or else what is not known. */
export function worst(doubts: readonly Rival[], judge: Judge): Doubt | undefined {
  let unknown: Doubt | undefined;
  for (const rival of doubts) {
    const certainty = certaintyOfRival(rival, judge);
    // Whether the other one would have had to wait then, the record does not tell.
    if (certainty === 'race' && rival.kind === 'queued')
      unknown ??= { ...rival, certainty: 'unknown' };
    else if (certainty === 'race') return { ...rival, certainty };
    if (certainty === 'unknown') unknown ??= { ...rival, certainty };
  }
  return unknown;
}
