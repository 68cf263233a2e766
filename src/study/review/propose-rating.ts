import type { Rating } from '../event.ts';

/** What is known of how a card went; the user decides. */
export type Encounter = Went & {
  /** Until its answer was wanted, in milliseconds, without pauses; undefined where nobody knows. */
  readonly tookMs?: number | undefined;
};

type Went =
  | {
      readonly kind: 'question';
      /** Key points that were said, of all. */
      readonly ticked: number;
      readonly points: number;
      readonly hints: number;
    }
  | { readonly kind: 'check'; readonly correct: boolean; readonly hints: number }
  /** `solved`: of the last run of its tests; undefined when there was none. */
  | { readonly kind: 'problem'; readonly solved: boolean | undefined; readonly hints: number }
  | {
      readonly kind: 'snippet';
      /** Predictions that were wrong before. */
      readonly wrong: number;
      readonly gaveUp: boolean;
      readonly hints: number;
    };

export interface Proposal {
  readonly rating: Rating;
  /** Why it is not better: so much time was taken, and so much is the target. In milliseconds. */
  readonly slow?: { readonly tookMs: number; readonly targetMs: number };
}

/** With fewer of the key points nobody has recalled an answer. */
const enoughPoints = 0.5;

/**
 * How long it takes somebody who knows it, in milliseconds: an answer is said in 40 to 60 seconds, a choice read
 * and made, a short program followed. What is solved in another editor has no time of its own.
 */
const targets = { question: 60_000, check: 30_000, snippet: 90_000, problem: undefined } as const;
/** Typing takes three times as long as speaking, and there has to be time to think. */
const farSlower = 5;

/**
 * A rating to begin with; never `easy`, which only the user can know. What took far longer than it should was not
 * recalled but worked out: it is `hard` at best.
 */
export function proposeRating(encounter: Encounter): Proposal {
  const rating = withoutTime(encounter);
  const targetMs = targets[encounter.kind];
  const { tookMs } = encounter;
  const isSlow = targetMs !== undefined && tookMs !== undefined && tookMs > farSlower * targetMs;
  return rating === 'good' && isSlow ? { rating: 'hard', slow: { tookMs, targetMs } } : { rating };
}

/** A wrong prediction that was put right is `hard`: only giving up counts as forgotten. */
function withoutTime(encounter: Went): 'again' | 'hard' | 'good' {
  switch (encounter.kind) {
    case 'question': {
      const { ticked, points, hints } = encounter;
      if (points > 0 && ticked / points < enoughPoints) return 'again';
      return ticked < points || hints > 0 ? 'hard' : 'good';
    }
    case 'check':
      if (!encounter.correct) return 'again';
      return encounter.hints > 0 ? 'hard' : 'good';
    case 'problem':
      if (encounter.solved !== true) return 'again';
      return encounter.hints > 0 ? 'hard' : 'good';
    case 'snippet':
      if (encounter.gaveUp) return 'again';
      return encounter.wrong > 0 || encounter.hints > 0 ? 'hard' : 'good';
  }
}
