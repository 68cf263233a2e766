import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createEmptyCard, fsrs, Rating as Grade } from 'ts-fsrs';
import type { Rating } from '../../../../src/study/event.ts';
import {
  afterReview,
  afterReviews,
  day,
  intervalAt,
  longestInterval,
  retrievability,
} from '../../../../src/study/review/memory.ts';

const start = Date.UTC(2026, 0, 1, 10);
const grades = {
  again: Grade.Again,
  hard: Grade.Hard,
  good: Grade.Good,
  easy: Grade.Easy,
} as const;
const ratings = fc.constantFrom<Rating>('again', 'hard', 'good', 'easy');
/** Reviews at growing times: within minutes, and days apart. */
const courses = fc
  .array(
    fc.tuple(
      ratings,
      fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 600, max: 90_000 })),
    ),
    {
      minLength: 1,
      maxLength: 15,
    },
  )
  .map((steps) => {
    let at = start;
    return steps.map(([rating, minutes]) => ({ rating, at: (at += minutes * 60_000) }));
  });

describe('The memory of a card', () => {
  it('is what FSRS itself remembers after the same reviews', () => {
    const settings = {
      request_retention: 0.9,
      maximum_interval: longestInterval,
      enable_fuzz: false,
    };
    const scheduler = fsrs(settings);
    fc.assert(
      fc.property(courses, (course) => {
        let card = createEmptyCard(start);
        for (const { at, rating } of course) card = scheduler.next(card, at, grades[rating]).card;
        const memory = afterReviews(course);
        assert.ok(memory);
        assert.equal(memory.stability, card.stability);
        assert.equal(memory.difficulty, card.difficulty);
        assert.equal(memory.due, card.due.getTime());
        assert.deepEqual([memory.reviews, memory.lapses], [card.reps, card.lapses]);
      }),
    );
  });

  it('goes through its first steps in minutes, then in days', () => {
    const first = afterReview(undefined, { at: start, rating: 'good' });
    assert.deepEqual([first.stage, first.due - start], ['learning', 10 * 60_000]);
    const second = afterReview(first, { at: first.due, rating: 'good' });
    assert.equal(second.stage, 'review');
    assert.ok(second.due - first.due >= day);
    const forgotten = afterReview(second, { at: second.due, rating: 'again' });
    assert.deepEqual([forgotten.stage, forgotten.lapses], ['relearning', 1]);
  });

  it('is recalled with 90 % when it is due, and with whatever else is wanted after that interval', () => {
    const memory = afterReviews([
      { at: start, rating: 'good' },
      { at: start + day, rating: 'good' },
      { at: start + 8 * day, rating: 'good' },
    ]);
    assert.ok(memory && memory.stage === 'review');
    assert.equal(memory.last + intervalAt(memory, 0.9) * day, memory.due);
    for (const wanted of [0.75, 0.85, 0.95]) {
      const recalled = retrievability(memory, memory.last + intervalAt(memory, wanted) * day);
      assert.ok(Math.abs(recalled - wanted) < 0.01, `${recalled} for ${wanted}`);
    }
  });

  it('takes a clock that was set back for no time at all', () => {
    const first = afterReview(undefined, { at: start, rating: 'good' });
    const second = afterReview(first, { at: start - 30 * day, rating: 'good' });
    assert.equal(second.last, start);
    assert.ok(second.stability >= first.stability && second.due > start);
  });
});
