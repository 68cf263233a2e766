import type { Rating } from '../event.ts';

/** What is known of how a card went; the user decides. */
export type Encounter =
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

/** With fewer of the key points nobody has recalled an answer. */
const enoughPoints = 0.5;

/**
 * A rating to begin with; never `easy`, which only the user can know. A wrong prediction that was put
 * right is `hard`: only giving up counts as forgotten.
 */
export function proposeRating(encounter: Encounter): Rating {
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
