import { levels, type Level } from '../../bank/levels.ts';
import { retrievability, type Memory } from '../review/memory.ts';
import type { ReviewCard } from '../review/review-card.ts';

/** How long cards would be remembered, by topic and level; it grows for as long as one goes on. */
export interface Mastery extends Known {
  /** Id of the bank. */
  readonly topic: string;
  /** Only those that the topic has cards of, from junior to senior. */
  readonly levels: readonly LevelMastery[];
}

export interface LevelMastery extends Known {
  readonly level: Level;
}

export interface Known {
  /** Cards that were reviewed. */
  readonly cards: number;
  /** Cards that are new. */
  readonly fresh: number;
  /**
   * The median of FSRS's stability, in days: as long after its last review, a typical card is recalled
   * with a probability of 90 %. Undefined without cards.
   */
  readonly stability: number | undefined;
  /** The mean probability that a card is recalled now. Undefined without cards. */
  readonly recall: number | undefined;
}

interface Gathered {
  readonly stabilities: number[];
  recall: number;
  fresh: number;
}

/** @param now milliseconds since 1970 */
export function createMastery(now: number) {
  const topics = new Map<string, Map<Level, Gathered>>();

  return {
    /** Topics are told in the order in which their first card is added. @param memory undefined for a new card */
    add({ topic, level }: ReviewCard, memory: Memory | undefined): void {
      const known = topics.get(topic) ?? new Map<Level, Gathered>();
      topics.set(topic, known);
      const at = known.get(level) ?? { stabilities: [], recall: 0, fresh: 0 };
      known.set(level, at);
      if (!memory) {
        at.fresh += 1;
        return;
      }
      at.stabilities.push(memory.stability);
      at.recall += retrievability(memory, now);
    },
    result: (): readonly Mastery[] =>
      [...topics].map(([topic, known]) => ({
        ...{ topic, ...knownOf([...known.values()]) },
        levels: levels.flatMap((level) => {
          const at = known.get(level);
          return at ? [{ level, ...knownOf([at]) }] : [];
        }),
      })),
  };
}

function knownOf(all: readonly Gathered[]): Known {
  const stabilities = all.flatMap((one) => one.stabilities);
  const cards = stabilities.length;
  const recall = all.reduce((sum, one) => sum + one.recall, 0);
  return {
    ...{ cards, fresh: all.reduce((sum, one) => sum + one.fresh, 0) },
    stability: median(stabilities),
    recall: cards > 0 ? recall / cards : undefined,
  };
}

/** The mean of the two in the middle where there is no middle one; undefined for none. */
function median(numbers: readonly number[]): number | undefined {
  if (numbers.length === 0) return undefined;
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? 0, sorted[Math.floor(middle)] ?? 0];
  return (low + high) / 2;
}
