import { createEmptyCard, fsrs, Rating as Grade, State, type Card as FsrsCard } from 'ts-fsrs';
import type { MemoryNote, Rating } from '../event.ts';

/**
 * What is known of how well a card is remembered, by FSRS
 * (https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm).
 */
export interface Memory {
  /** Days until it is recalled with a probability of 90 %. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
  /** Learning and relearning go in steps of minutes, review in days. */
  readonly stage: 'learning' | 'review' | 'relearning';
  readonly step: number;
  /** Milliseconds since 1970 of the last review, and when the next one is due at a retention of 90 %. */
  readonly last: number;
  readonly due: number;
  readonly reviews: number;
  /** Reviews that went well: all but those rated *again*. */
  readonly recalls: number;
  readonly lapses: number;
}

/** One review, as far as memory is concerned. */
export interface RatedAt {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly rating: Rating;
}

export const day = 24 * 60 * 60_000;

/** No interval is longer, in days: nobody prepares for an interview in more than a year. */
export const longestInterval = 365;

/** The probability of recall at which a card is due, unless the user wants another one. */
export const usualRetention = 0.9;

/** Without fuzz: the same log must add up to the same schedule in every window. */
const scheduler = fsrs({
  request_retention: usualRetention,
  maximum_interval: longestInterval,
  enable_fuzz: false,
  enable_short_term: true,
  learning_steps: ['1m', '10m'],
  relearning_steps: ['10m'],
});

/** What is remembered after one more review. @param before undefined for a card that is new */
export function afterReview(before: Memory | undefined, { at, rating }: RatedAt): Memory {
  // A clock that was set back must not make the time between two reviews negative.
  const now = Math.max(at, before?.last ?? at);
  const { card } = scheduler.next(
    before ? cardOf(before) : createEmptyCard(now),
    now,
    grade[rating],
  );
  const recalls = (before?.recalls ?? 0) + (rating === 'again' ? 0 : 1);
  return { ...memoryOf(card, now), recalls };
}

/** What all reviews of a card add up to. @param reviews in the order of time */
export function afterReviews(reviews: Iterable<RatedAt>): Memory | undefined {
  let memory: Memory | undefined;
  for (const review of reviews) memory = afterReview(memory, review);
  return memory;
}

/** The probability, 0 to 1, that it is recalled at a time. @param at milliseconds since 1970 */
export function retrievability({ stability, last }: Memory, at: number): number {
  return scheduler.forgetting_curve(Math.max(0, at - last) / day, stability);
}

/**
 * Days after the last review until it is recalled with the given probability, at least 1; for a
 * card in review only.
 */
export function intervalAt({ stability }: Memory, retention: number): number {
  const [factor, decay] = curve;
  const exact = (stability / factor) * (retention ** (1 / decay) - 1);
  return Math.min(longestInterval, Math.max(1, Math.round(exact)));
}

export const memoryNote = ({ stability, difficulty }: Memory, due: number): MemoryNote => ({
  ...{ stability: rounded(stability), difficulty: rounded(difficulty) },
  due: new Date(due).toISOString(),
});

/** The forgetting curve is (1 + factor × days ÷ stability) ^ decay, and 0.9 after `stability` days. */
const curve = ((): readonly [factor: number, decay: number] => {
  const decay = -(scheduler.parameters.w[20] as number);
  return [usualRetention ** (1 / decay) - 1, decay];
})();

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

const grade = { again: Grade.Again, hard: Grade.Hard, good: Grade.Good, easy: Grade.Easy } as const;

const states = {
  learning: State.Learning,
  review: State.Review,
  relearning: State.Relearning,
} as const;

const stages = {
  [State.New]: 'learning',
  [State.Learning]: 'learning',
  [State.Review]: 'review',
  [State.Relearning]: 'relearning',
} as const;

function cardOf({
  stability,
  difficulty,
  stage,
  step,
  last,
  due,
  reviews,
  lapses,
}: Memory): FsrsCard {
  return {
    ...createEmptyCard(last),
    ...{ stability, difficulty, lapses, reps: reviews, state: states[stage], learning_steps: step },
    ...{ due: new Date(due), last_review: new Date(last) },
    scheduled_days: Math.round((due - last) / day),
  };
}

function memoryOf(card: FsrsCard, last: number): Omit<Memory, 'recalls'> {
  const { stability, difficulty, state, learning_steps: step, due, reps: reviews, lapses } = card;
  return {
    ...{ stability, difficulty, stage: stages[state], step },
    ...{ last, due: due.getTime(), reviews, lapses },
  };
}
