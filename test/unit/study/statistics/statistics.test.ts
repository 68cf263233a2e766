import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CardId, ProgressEvent, Rating } from '../../../../src/study/event.ts';
import { afterReview, day } from '../../../../src/study/review/memory.ts';
import type { Policy } from '../../../../src/study/review/policy.ts';
import type { ReviewCard } from '../../../../src/study/review/review-card.ts';
import { createReviewProjection } from '../../../../src/study/review/review-projection.lazy.ts';
import { partOf } from '../../../../src/study/review/queue-part.ts';
import { reviewQueue } from '../../../../src/study/review/review-queue.ts';
import { numberOfDay, studyDay } from '../../../../src/study/study-day.ts';
import { createDayNumbers, startOfDay } from '../../../../src/study/statistics/day-numbers.ts';
import { confidenceOf } from '../../../../src/study/statistics/retention.ts';
import { stageAfter, type Stage } from '../../../../src/study/statistics/stage-after.ts';
import { readStatistics } from '../../../../src/study/statistics/statistics.ts';
import { event } from '../events.ts';

const policy: Policy = { retention: 0.9, newPerDay: 10, reviewsPerDay: 200, opensAll: true };

const card = (id: string, topic = 'async', level: ReviewCard['level'] = 'junior'): ReviewCard => ({
  ...{ id: `question:${id}`, kind: 'question', question: id, topic, level },
  content: () => '',
});

/** @param at a moment where the user is, such as `2026-03-28 22:30` */
const reviewed = (id: string, rating: Rating, at: string, event_?: string) =>
  event(
    `question:${id}`,
    {
      ...{ kind: 'reviewed', rating, durationMs: 9000, hints: 0, content: '' },
      after: { stability: 1, difficulty: 5, due: '2026-01-02T10:00:00.000Z' },
    },
    { at: new Date(at).toISOString(), ...(event_ !== undefined && { id: event_ }) },
  );

function statistics(
  events: readonly ProgressEvent[],
  now: string,
  cards: readonly ReviewCard[] = [card('a'), card('b'), card('c', 'data', 'senior')],
  asked: Policy = policy,
) {
  const projection = createReviewProjection();
  for (const one of events) projection.add(one);
  const known = new Map<CardId, ReviewCard>(cards.map((one) => [one.id, one]));
  const { reviews } = projection;
  const at = Date.parse(now);
  const today = studyDay(at);
  const queue = reviewQueue(cards, {
    ...{ reviews, policy: asked, today, tomorrow: studyDay(today.end), now: at },
    ...{ knows: () => true, predictedWrong: () => undefined, suspected: () => undefined },
  });
  const due = new Set(partOf(queue, 'due').map(({ id }) => id));
  return readStatistics({ reviews, cards: known, policy: asked, due, now: at });
}

/** Two cards are learned on the first day, one of them is forgotten on the third. */
const small = [
  reviewed('a', 'good', '2026-01-10 10:00'),
  reviewed('a', 'good', '2026-01-10 10:10'),
  reviewed('b', 'again', '2026-01-10 10:11'),
  reviewed('b', 'easy', '2026-01-10 10:12'),
  // After midnight, on the evening of the second day: learned, and asked on another day.
  reviewed('a', 'good', '2026-01-12 01:30'),
  reviewed('b', 'again', '2026-01-12 09:00', 'forgotten'),
  // Learned again on the same day.
  reviewed('b', 'good', '2026-01-12 09:10'),
  reviewed('b', 'good', '2026-01-12 21:00'),
];
const evening = '2026-01-12 22:00';

describe('Statistics', () => {
  it('of a small log are what one counts by hand', async () => {
    const told = await statistics(small, evening);
    assert.equal(told.cards, 2);
    assert.equal(told.streak, 3);
    const first = told.today - 2;
    assert.deepEqual([...told.activity.days].toSorted(), [
      [first, { reviews: 4, again: 1 }],
      [first + 1, { reviews: 1, again: 0 }],
      [first + 2, { reviews: 3, again: 1 }],
    ]);
    assert.equal(told.activity.reviews, 8);
    assert.equal(told.activity.first, first);
    // Of the eight only two came after days.
    assert.deepEqual(told.retention.recent, { reviews: 2, recalled: 1 });
    assert.deepEqual(told.retention.weeks.at(-1), {
      ...{ reviews: 2, recalled: 1, from: told.today - 6, to: told.today },
    });
    const [async_, data] = told.mastery;
    assert.deepEqual([async_?.topic, async_?.cards, async_?.fresh], ['async', 2, 0]);
    assert.deepEqual([data?.topic, data?.cards, data?.fresh], ['data', 0, 1]);
    assert.deepEqual([data?.stability, data?.recall], [undefined, undefined]);
    assert.deepEqual(
      told.hardest.map(({ card, reviews, again }) => [card.id, reviews, again]),
      [['question:b', 5, 2]],
    );
    const { days, later } = told.forecast;
    assert.equal(
      days.reduce((sum, one) => sum + one, later),
      2,
    );
  });

  it('say nothing of what was taken back or reset', async () => {
    const undone = event('question:b', { kind: 'undone', event: 'forgotten' });
    const without = await statistics([...small, undone], evening);
    assert.equal(without.activity.reviews, 7);
    // What was learning is now the first recall of that day.
    assert.deepEqual(without.retention.recent, { reviews: 2, recalled: 2 });
    const at = new Date('2026-01-12 21:30').toISOString();
    const reset = await statistics(
      [...small, event('question:b', { kind: 'reset' }, { at })],
      evening,
    );
    assert.deepEqual([reset.cards, reset.activity.reviews], [1, 3]);
    assert.deepEqual(reset.hardest, []);
  });

  it('know the stage of a card as FSRS does', () => {
    const ratings = fc.constantFrom<Rating>('again', 'hard', 'good', 'easy');
    fc.assert(
      fc.property(fc.array(fc.tuple(ratings, fc.nat({ max: 40 })), { maxLength: 12 }), (all) => {
        let memory: ReturnType<typeof afterReview> | undefined;
        let stage: Stage | undefined;
        let at = Date.UTC(2026, 0, 1);
        for (const [rating, days] of all) {
          at += days * day + 60_000;
          memory = afterReview(memory, { at, rating });
          stage = stageAfter(stage, rating);
          assert.equal(stage.stage, memory.stage);
        }
      }),
    );
  });

  it('forecast what is due, on the day on which it will be', async () => {
    // Two weeks of stability more or less: by hand from the intervals of FSRS.
    const events = [reviewed('a', 'easy', '2026-01-01 10:00'), reviewed('b', 'again', evening)];
    const projection = createReviewProjection();
    for (const one of events) projection.add(one);
    const memory = projection.reviews.memory('question:a');
    assert.ok(memory && memory.stage === 'review');
    const due = Math.round((memory.due - memory.last) / day);
    const { forecast } = await statistics(events, '2026-01-01 20:00');
    assert.equal(forecast.days[due], 1, 'on its day');
    const step = await statistics([reviewed('b', 'again', evening)], evening);
    assert.deepEqual(step.forecast.days.slice(0, 2), [1, 0], 'a step of a minute is of today');
    const overdue = await statistics(events, '2026-03-01 20:00');
    assert.deepEqual(overdue.forecast.days.slice(0, 2), [2, 0], 'what is overdue is of today');
    // Above the level of the interview, it waits for the day of the interview.
    const asked = {
      ...policy,
      interview: { at: +new Date('2026-03-06 00:00'), level: 'junior' },
    } as const;
    const cards = [card('a', 'async', 'senior')];
    const waits = await statistics(events, '2026-03-01 20:00', cards, asked);
    assert.equal(waits.forecast.days.indexOf(1), 5);
    // What a limit puts off until tomorrow is of tomorrow, as the queue and all that counts by it has it.
    const both = [reviewed('a', 'easy', '2026-01-01 10:00'), reviewed('b', 'easy', evening)];
    const few = await statistics(both, '2026-03-01 20:00', undefined, {
      ...policy,
      reviewsPerDay: 1,
    });
    assert.deepEqual(few.forecast.days.slice(0, 3), [1, 1, 0]);
  });

  it('say how much a share of so few reviews can tell', () => {
    const interval = (recalled: number, reviews: number) => {
      const { low, high } = confidenceOf({ recalled, reviews });
      return [low, high].map((value) => Number(value.toFixed(4)));
    };
    // Newcombe: Two-sided confidence intervals for the single proportion, 1998, table I, method 3.
    assert.deepEqual(interval(81, 263), [0.2553, 0.3662]);
    assert.deepEqual(interval(15, 148), [0.0624, 0.1605]);
    assert.deepEqual(interval(0, 20), [0, 0.1611]);
    assert.deepEqual(interval(1, 29), [0.0061, 0.1718]);
  });

  it('have the median of stabilities, by topic and by level', async () => {
    const cards = [card('a'), card('b', 'async', 'mid'), card('c', 'async', 'mid'), card('d')];
    const ratings = { a: 'again', b: 'good', c: 'easy' } as const;
    const events = Object.entries(ratings).map(([id, rating]) => reviewed(id, rating, evening));
    const stability = (rating: Rating) => afterReview(undefined, { at: 0, rating }).stability;
    const [told] = (await statistics(events, evening, cards)).mastery;
    assert.equal(told?.stability, stability('good'));
    assert.deepEqual(
      told.levels.map((one) => [one.level, one.cards, one.fresh, one.stability]),
      [
        ['junior', 1, 1, stability('again')],
        ['mid', 2, 0, (stability('good') + stability('easy')) / 2],
      ],
    );
    assert.equal(told.recall, 1);
  });

  it('name ten cards at most, the most difficult first', async () => {
    const cards = Array.from({ length: 130 }, (_, at) => card(`q${at}`));
    const events = cards.flatMap(({ question }, at) =>
      ['again', at % 13 === 0 ? 'again' : 'easy', 'good'].map((rating, step) =>
        reviewed(question, rating as Rating, `2026-01-10 10:0${step}`),
      ),
    );
    const { hardest } = await statistics(events, evening, cards);
    assert.deepEqual(
      hardest.map(({ card, again }) => [card.question, again]),
      Array.from({ length: 10 }, (_, at) => [`q${at * 13}`, 2]),
    );
  });
});

describe('Days of study', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  // Clocks change on 29 March and 25 October 2026 in Berlin, at other times in Lord Howe by half an hour.
  for (const name of [
    'Europe/Berlin',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
  ]) {
    it(`end at four at night, also where clocks change: ${name}`, async () => {
      process.env['TZ'] = name;
      const dayOf = createDayNumbers();
      const begin = Date.UTC(2026, 2, 20);
      for (let at = begin; at < begin + 30 * day; at += 7 * 60_000) {
        const number = dayOf(at);
        assert.equal(number, numberOfDay(at), new Date(at).toISOString());
        assert.ok(startOfDay(number) <= at && at < startOfDay(number + 1));
      }
      const nights = [
        '2026-03-28 22:00',
        '2026-03-29 03:59',
        '2026-03-29 04:00',
        '2026-03-30 03:00',
      ];
      const told = await statistics(
        nights.map((at, index) => reviewed(`q${index}`, 'good', at)),
        '2026-03-30 03:30',
      );
      const counts = [...told.activity.days].map(([number, { reviews }]) => [
        number - told.today,
        reviews,
      ]);
      assert.deepEqual(counts, [
        [-1, 2],
        [0, 2],
      ]);
      assert.equal(told.streak, 2);
    });
  }
});
