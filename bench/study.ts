import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomNumbers } from '../src/collections/shuffled.ts';
import { logFileName } from '../src/study/disk/log-store.ts';
import { formatLine } from '../src/study/event-line.ts';
import type { CardId, Rating, Reviewed } from '../src/study/event.ts';
import { createProgressProjection } from '../src/study/progress-projection.ts';
import {
  afterReview,
  day,
  intervalAt,
  retrievability,
  type Memory,
} from '../src/study/review/memory.ts';
import type { Policy } from '../src/study/review/policy.ts';
import type { ReviewCard } from '../src/study/review/review-card.ts';
import { createReviewProjection } from '../src/study/review/review-projection.lazy.ts';
import { readStatistics } from '../src/study/statistics/statistics.ts';
import { measure } from './measure.ts';
import { openHistory } from './open-history.ts';

const REVIEWS = 100_000;
const CARDS = 2000;

/**
 * The longest time that nobody else gets the thread while a log of 100,000 reviews is read, and
 * while the next start takes its snapshot over; the same while the page of progress adds them up; and how many reviews somebody needs who is asked by
 * FSRS, of those at fixed intervals for the same recall.
 */
export async function measureStudy(): Promise<{
  reviewsLongestBlockMs: number;
  progressLongestBlockMs: number;
  reviewsVsFixed: number;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'loopwise-bench-study-'));
  try {
    writeReviews(join(folder, logFileName));
    globalThis.gc?.();
    const whole = openHistory(folder, projections());
    const read = await measure(() => whole.read());
    await whole.keepSnapshot();
    const [progress, reviewed] = [createProgressProjection(), createReviewProjection()];
    const restored = await measure(() => openHistory(folder, [progress, reviewed]).read());
    const { reviews } = reviewed;
    const due = new Set<CardId>();
    const source = { reviews, cards: reviewCards(), policy, due, now: Date.now() };
    const added = await measure(() => readStatistics(source));
    return {
      reviewsLongestBlockMs: Math.max(read.block, restored.block),
      progressLongestBlockMs: added.block,
      reviewsVsFixed: reviewsVsFixed(),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const policy: Policy = { retention: 0.9, newPerDay: 10, reviewsPerDay: 200, opensAll: true };

/** Those of `writeReviews`, of twenty topics. */
function reviewCards(): ReadonlyMap<CardId, ReviewCard> {
  const cards = Array.from({ length: CARDS }, (_, index): ReviewCard => {
    const [topic, question] = [`topic-${index % 20}`, `topic-${index % 20}/question-${index}`];
    const id: CardId = `question:${question}`;
    return { id, kind: 'question', question, topic, level: 'mid', content: () => '' };
  });
  return new Map(cards.map((card) => [card.id, card]));
}

const projections = () => [createProgressProjection(), createReviewProjection()];

function writeReviews(file: string): void {
  const ratings: readonly Rating[] = ['again', 'hard', 'good', 'good', 'easy'];
  const after = { stability: 12.3456, difficulty: 5.4321, due: '2026-02-01T10:00:00.000Z' };
  const lines: string[] = [];
  for (let index = 0; index < REVIEWS; index++) {
    const card: CardId = `question:topic-${index % 20}/question-${index % CARDS}`;
    const rating = ratings[(index * 7) % ratings.length] ?? 'good';
    const payload: Reviewed = {
      ...{ kind: 'reviewed', rating, durationMs: 20_000, hints: 0, content: '0123', after },
    };
    const at = new Date(Date.UTC(2025, 0, 1) + index * 5 * 60_000).toISOString();
    lines.push(formatLine({ v: 1, id: `bench-${index}`, at, card, ...payload }));
  }
  appendFileSync(file, lines.join(''));
}

const learner = { cards: 300, days: 100, newPerDay: 10 };

/** Reviews and the mean probability of recall, over all days and cards that were begun. */
interface Studied {
  readonly reviews: number;
  readonly recall: number;
}

/** Of the fixed interval, in days, that needs the fewest reviews for at least the same recall. */
export function reviewsVsFixed(): number {
  const byMemory = study((memory) => intervalAt(memory, 0.9));
  let fewest = Infinity;
  for (let days = 1; days <= 60; days++) {
    const fixed = study(() => days);
    if (fixed.recall >= byMemory.recall) fewest = Math.min(fewest, fixed.reviews);
  }
  return byMemory.reviews / fewest;
}

/** Somebody who forgets by FSRS's own model, asked once a day for what is due. */
function study(interval: (memory: Memory) => number): Studied {
  const random = randomNumbers(11);
  const cards: (Memory | undefined)[] = Array.from({ length: learner.cards });
  const due = cards.map((_, index) => Math.floor(index / learner.newPerDay));
  let [reviews, sum, counted] = [0, 0, 0];
  for (let today = 0; today < learner.days; today++) {
    const at = today * day;
    for (const [index, before] of cards.entries()) {
      if ((due[index] ?? Infinity) > today) continue;
      const recalled = before !== undefined && random() < retrievability(before, at);
      // What is new is learned, by steps of minutes, until it is known; so is what was forgotten.
      let memory = afterReview(before, { at, rating: recalled ? 'good' : 'again' });
      reviews += 1;
      for (let step = 1; memory.stage !== 'review'; step++) {
        memory = afterReview(memory, { at: at + step * 10 * 60_000, rating: 'good' });
        reviews += 1;
      }
      cards[index] = memory;
      due[index] = today + interval(memory);
    }
    for (const memory of cards) {
      if (!memory) continue;
      sum += retrievability(memory, at + day / 2);
      counted += 1;
    }
  }
  return { reviews, recall: sum / counted };
}
