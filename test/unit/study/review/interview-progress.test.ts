import assert from 'node:assert/strict';
import type { Level } from '../../../../src/bank/levels.ts';
import type { CardId, Rating } from '../../../../src/study/event.ts';
import { interviewProgress } from '../../../../src/study/review/interview-progress.ts';
import type { ReviewCard } from '../../../../src/study/review/review-card.ts';

const card = (id: string, level: Level): ReviewCard => ({
  ...{ id: `question:${id}`, kind: 'question', question: id, topic: 't', level },
  content: () => '',
});

describe('Progress towards an interview', () => {
  it('counts cards of its level and below that were recalled twice; to forget is not to recall', () => {
    const ratings: Readonly<Record<string, readonly Rating[]>> = {
      'question:twice': ['good', 'again', 'hard'],
      'question:once': ['good', 'again'],
      'question:above': ['good', 'good'],
    };
    const reviews = {
      history: (id: CardId) =>
        (ratings[id] ?? []).map((rating, at) => ({
          at,
          id: `${at}`,
          rating,
          durationMs: 0,
          missed: 0,
        })),
    };
    const cards = [
      card('twice', 'junior'),
      card('once', 'mid'),
      card('never', 'mid'),
      card('above', 'senior'),
    ];
    assert.deepEqual(interviewProgress(cards, reviews, { at: 0, level: 'mid' }, 12), {
      ...{ days: 12, cards: 3, ready: 1 },
    });
  });
});
