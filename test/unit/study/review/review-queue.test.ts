import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CardId, Rating } from '../../../../src/study/event.ts';
import { day } from '../../../../src/study/review/memory.ts';
import { dueAt, type Policy } from '../../../../src/study/review/policy.ts';
import { partOf } from '../../../../src/study/review/queue-part.ts';
import { contentHash, type ReviewCard } from '../../../../src/study/review/review-card.ts';
import { createReviewProjection } from '../../../../src/study/review/review-projection.lazy.ts';
import { mixed, reviewQueue } from '../../../../src/study/review/review-queue.ts';
import { noonOf, studyDay } from '../../../../src/study/study-day.ts';
import { event } from '../events.ts';

const morning = Date.UTC(2026, 0, 1, 9);
const usual: Policy = { retention: 0.9, newPerDay: 10, reviewsPerDay: 100, opensAll: false };

/** A bank of topics a, b, c, with three questions in each; each question has a check and a snippet. */
const bank: readonly ReviewCard[] = ['a', 'b', 'c'].flatMap((topic) =>
  (['junior', 'mid', 'senior'] as const).flatMap((level, index) => {
    const question = `${topic}${index}`;
    const common = { question, topic, level, content: () => '' };
    return [
      { ...common, id: `question:${question}`, kind: 'question' },
      { ...common, id: `check:${question}/x`, kind: 'check' },
      { ...common, id: `snippet:${question}/x`, kind: 'snippet' },
    ] satisfies ReviewCard[];
  }),
);

/** A user from the first morning on. */
function study(policy: Policy = usual, cards: readonly ReviewCard[] = bank) {
  const projection = createReviewProjection();
  const read = new Set<string>();
  /** Snippets, and when they were predicted wrong. */
  const wrong = new Map<string, number>();
  let now = morning;
  const today = () => {
    const start = now - ((now - Date.UTC(2026, 0, 1, 4)) % day);
    return { start, end: start + day };
  };
  const queue = () =>
    reviewQueue(cards, {
      ...{ reviews: projection.reviews, policy, now, today: today() },
      tomorrow: { start: today().end, end: today().end + day },
      knows: (question) =>
        read.has(question) || projection.reviews.memory(`question:${question}`) !== undefined,
      predictedWrong: (snippet) => wrong.get(snippet),
      suspected: (belief) => wrong.get(`belief:${belief}`),
    });
  const rate = (card: CardId, rating: Rating, missed: readonly string[] = []): void => {
    const after = { stability: 1, difficulty: 5, due: new Date(now).toISOString() };
    const payload = {
      kind: 'reviewed',
      rating,
      durationMs: 1,
      hints: 0,
      missed,
      content: '',
      after,
    } as const;
    projection.add(event(card, payload, { at: new Date(now).toISOString() }));
  };
  return {
    ...{ queue, rate, read, wrong },
    mistake: (snippet: string) => wrong.set(snippet, now),
    reviews: projection.reviews,
    ids: () => queue().cards.map(({ id }) => id),
    pass: (milliseconds: number): number => (now += milliseconds),
    /** Rates all that is asked until nothing is left of the day. */
    finishDay(rating: (card: CardId) => Rating = () => 'good'): readonly CardId[] {
      const asked: CardId[] = [];
      for (let [next] = queue().cards; next; [next] = queue().cards) {
        asked.push(next.id);
        rate(next.id, rating(next.id));
        now += 60_000;
        assert.ok(asked.length < 500, 'the day has an end');
      }
      return asked;
    },
  };
}

describe('The queue of reviews', () => {
  const zone = process.env['TZ'];
  // Days of study begin where the user is, and here at four o'clock UTC.
  before(() => (process.env['TZ'] = 'UTC'));
  after(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('begins with questions in the order of the bank, no more than are wanted a day, topics mixed', () => {
    const { ids } = study({ ...usual, newPerDay: 4 });
    assert.deepEqual(ids(), ['question:a0', 'question:b0', 'question:a1', 'question:a2']);
    assert.equal(study({ ...usual, newPerDay: 0 }).queue().cards.length, 0);
  });

  it('begins with cards of all kinds where none waits for its question, and stays with them all day', () => {
    const person = study({ ...usual, newPerDay: 6, opensAll: true });
    const first = person.ids();
    assert.deepEqual(first.toSorted(), [
      ...['check:a1/x', 'check:b1/x', 'question:a0', 'question:b0', 'snippet:a2/x', 'snippet:b2/x'],
    ]);
    assert.ok(
      study()
        .ids()
        .every((id) => id.startsWith('question:')),
    );
    assert.deepEqual(new Set(person.finishDay()), new Set(first));
    person.pass(day);
    const fresh = person.queue().cards.filter(({ memory }) => !memory);
    assert.ok(fresh.some(({ kind }) => kind === 'question'));
    assert.ok(fresh.some(({ kind }) => kind !== 'question'));
  });

  it('asks for checks and snippets once their question was read or recalled', () => {
    const person = study();
    assert.ok(person.ids().every((id) => id.startsWith('question:')));
    person.finishDay();
    person.pass(day);
    assert.ok(person.ids().includes('check:a0/x'));
    const reader = study();
    reader.read.add('a0');
    reader.rate('question:a0', 'easy');
    reader.pass(day);
    assert.ok(reader.ids().includes('check:a0/x'));
  });

  it('asks for one card of a question a day, but for what is in its first steps', () => {
    const person = study();
    person.rate('question:a0', 'good');
    assert.ok(!person.ids().some((id) => id.includes('a0/')), 'siblings wait');
    person.pass(10 * 60_000);
    assert.equal(person.ids()[0], 'question:a0');
    const asked = person.finishDay();
    const once = new Map<string, Set<CardId>>();
    for (const id of asked) {
      const question = id.slice(id.indexOf(':') + 1).split('/')[0] ?? '';
      once.set(question, (once.get(question) ?? new Set()).add(id));
    }
    assert.ok([...once.values()].every((cards) => cards.size === 1));
  });

  it('asks for a step of minutes when it ends, and earlier only where nothing else is left', () => {
    const minute = 60_000;
    const person = study({ ...usual, newPerDay: 2 });
    const begun = person.pass(0);
    person.rate('question:a0', 'good');
    const { due, fresh, nextAt } = person.queue();
    assert.deepEqual({ due, fresh, nextAt }, { due: 0, fresh: 1, nextAt: begun + 10 * minute });
    assert.deepEqual(person.ids(), ['question:a1']);
    person.pass(10 * minute);
    assert.equal(person.queue().due, 1);
    assert.deepEqual(person.ids(), ['question:a0', 'question:a1']);
    person.rate('question:a0', 'good');
    person.rate('question:a1', 'good');
    assert.deepEqual(person.ids(), ['question:a1'], 'nothing else is left');
    const last = person.queue();
    assert.equal(last.due + last.redo + last.fresh, 0);
    for (const part of ['due', 'redo', 'new'] as const) assert.deepEqual(partOf(last, part), []);
    assert.equal(last.nextAt, begun + 20 * minute);
  });

  it('asks a card of tomorrow when tomorrow begins, also after a day of 23 hours', () => {
    const projection = createReviewProjection();
    const hour = 3_600_000;
    const start = Date.UTC(2026, 2, 29, 2);
    const today = { start, end: start + 23 * hour };
    const rated = { kind: 'reviewed', rating: 'easy', durationMs: 1, hints: 0 } as const;
    // FSRS alone says for how many days; the card is due half an hour into tomorrow.
    const after = { stability: 8, difficulty: 2, due: new Date(today.end).toISOString() };
    const days = 8;
    const at = new Date(today.end + hour / 2 - days * day).toISOString();
    projection.add(event('question:a0', { ...rated, missed: [], content: '', after }, { at }));
    const memory = projection.reviews.memory('question:a0');
    assert.equal(memory && dueAt(memory, usual, 'junior'), today.end + hour / 2);
    const queue = reviewQueue(
      bank.filter(({ id }) => id === 'question:a0'),
      {
        ...{ reviews: projection.reviews, policy: usual, today, now: start + hour },
        tomorrow: { start: today.end, end: today.end + day },
        knows: () => true,
        predictedWrong: () => undefined,
        suspected: () => undefined,
      },
    );
    assert.equal(queue.cards.length, 0);
    assert.equal(queue.nextAt, today.end);
  });

  it('puts what is due before what is new, and the weakest topic first', () => {
    const person = study({ ...usual, newPerDay: 9 });
    // Whoever forgets a card at first remembers it for a shorter time.
    person.finishDay((card) =>
      card === 'question:b0' && person.reviews.history(card).length < 2 ? 'again' : 'easy',
    );
    person.pass(40 * day);
    const { cards, due, fresh } = person.queue();
    assert.ok(due >= 3 && fresh > 0);
    assert.equal(cards[0]?.topic, 'b');
    assert.ok(cards.slice(0, due).every(({ memory }) => memory));
    assert.ok(cards.slice(due).every(({ memory }) => !memory));
  });

  it('puts what went wrong before today before what is new, once a day, until it goes well', () => {
    const person = study({ ...usual, newPerDay: 1 });
    person.mistake('c1/x');
    assert.deepEqual(person.ids(), ['snippet:c1/x', 'question:a0'], 'not only what was reviewed');
    assert.equal(person.queue().redo, 1);
    person.pass(60_000);
    person.rate('snippet:c1/x', 'easy');
    assert.equal(person.queue().redo, 0);
    person.rate('question:a0', 'easy', ['point']);
    person.pass(day);
    // It is remembered well enough, but for a point.
    assert.equal(person.queue().due, 0);
    assert.equal(person.ids()[0], 'question:a0');
    person.rate('question:a0', 'easy', ['point']);
    assert.equal(person.queue().redo, 0, 'once a day');
    person.pass(day);
    person.rate('question:a0', 'easy');
    person.pass(day);
    assert.equal(person.queue().redo, 0);
    person.mistake('c1/x');
    assert.equal(person.queue().redo, 1, 'a mistake after a review');
  });

  it('asks for the rule behind a wrong prediction before what is new, until it goes well', () => {
    const [{ topic, level, content }] = bank as [ReviewCard];
    const rule: ReviewCard = {
      ...{ id: 'belief:await-blocks', kind: 'belief', question: 'a9', topic, level, content },
    };
    const person = study({ ...usual, newPerDay: 1 }, [...bank, rule]);
    assert.equal(person.queue().redo, 0);
    person.mistake('belief:await-blocks');
    assert.deepEqual(person.ids(), ['belief:await-blocks', 'question:a0']);
    person.pass(60_000);
    person.rate('belief:await-blocks', 'easy');
    assert.equal(person.queue().redo, 0);
    person.pass(day);
    person.mistake('belief:await-blocks');
    assert.equal(person.ids()[0], 'belief:await-blocks', 'another prediction was wrong');
  });

  it('keeps within the reviews that are wanted a day', () => {
    const person = study({ ...usual, newPerDay: 9, reviewsPerDay: 2 });
    person.finishDay();
    person.pass(60 * day);
    assert.equal(person.queue().due, 2);
    const [first] = person.queue().cards;
    assert.ok(first);
    person.rate(first.id, 'good');
    assert.equal(person.queue().due, 1);
  });

  it('says when something else is to be asked: tomorrow while anything waits, else when it is due', () => {
    const tomorrow = Date.UTC(2026, 0, 2, 4);
    const person = study({ ...usual, newPerDay: 1 });
    person.finishDay();
    assert.deepEqual(person.ids(), []);
    assert.equal(person.queue().nextAt, tomorrow, 'tomorrow brings a new card');
    assert.equal(study({ ...usual, newPerDay: 0 }).queue().nextAt, undefined);

    const reader = study({ ...usual, newPerDay: 0 });
    reader.rate('question:a0', 'easy');
    const { nextAt } = reader.queue();
    assert.ok(nextAt && nextAt > tomorrow);
    reader.rate('check:a0/x', 'easy');
    reader.pass(nextAt - morning - 1);
    assert.deepEqual([reader.queue().due, reader.queue().nextAt], [0, nextAt]);
    reader.pass(1);
    assert.equal(reader.queue().due, 2, 'from the morning of its day on, when it is said to be');
    reader.rate('question:a0', 'easy');
    const { due, nextAt: after } = reader.queue();
    assert.equal(due, 0, 'its check waits until tomorrow');
    assert.equal(after, nextAt + day);
  });

  it('says that what is above the level of an interview is asked for on the day of it, due or new', () => {
    const at = Date.UTC(2026, 0, 21);
    const asked = { ...usual, newPerDay: 0, interview: { at, level: 'junior' } } as const;
    const senior = bank.filter(({ level }) => level === 'senior');
    const reader = study(asked, senior);
    assert.equal(reader.queue().nextAt, undefined, 'nothing was begun, nor is to be');
    reader.rate('question:a2', 'easy');
    reader.pass(10 * day);
    const { due, nextAt } = reader.queue();
    assert.deepEqual([due, nextAt], [0, studyDay(noonOf(at)).start]);
    const starter = study({ ...asked, newPerDay: 1 }, senior);
    assert.equal(starter.queue().nextAt, studyDay(noonOf(at)).start);
  });

  /** Of each kind what a question can have; a senior question has none of them asked before. */
  const kinds: readonly ReviewCard[] = ['a', 'b', 'c'].flatMap((topic) =>
    (['junior', 'mid', 'senior'] as const).flatMap((level, index) => {
      const question = `${topic}${index}`;
      const common = { question, topic, level, content: () => '' };
      return [
        { ...common, id: `question:${question}`, kind: 'question' },
        { ...common, id: `check:${question}/x`, kind: 'check' },
        { ...common, id: `check:${question}/y`, kind: 'check' },
        { ...common, id: `snippet:${question}/x`, kind: 'snippet' },
        { ...common, id: `belief:${question}`, kind: 'belief' },
        { ...common, id: `problem:${question}`, kind: 'problem' },
      ] satisfies ReviewCard[];
    }),
  );

  it('has every card of the level recalled twice before an interview, whatever its kind and its ratings, and nothing new in the last two days', () => {
    const ratings = fc.infiniteStream(
      fc.constantFrom<Rating>('again', 'hard', 'good', 'good', 'good', 'easy'),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 40 }),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 100 }),
        fc.boolean(),
        ratings,
        (days, newPerDay, reviewsPerDay, opensAll, given) => {
          const rating = (): Rating => {
            const next = given.next();
            return next.done === true ? 'good' : next.value;
          };
          const at = Date.UTC(2026, 0, 1) + days * day;
          const interview = { at, level: 'mid' } as const;
          const policy = { ...usual, newPerDay, reviewsPerDay, opensAll, interview };
          const person = study(policy, kinds);
          for (let left = days; left > 0; left--) {
            const before = new Set(person.reviews.cards());
            const asked = person.finishDay(rating);
            if (left <= 2) assert.ok(asked.every((id) => before.has(id)));
            person.pass(day - asked.length * 60_000);
          }
          for (const { id, level } of kinds) {
            const recalls = person.reviews
              .history(id)
              .filter((review) => review.rating !== 'again' && review.at < at).length;
            if (level === 'senior') assert.equal(recalls, 0, `${id} is above the level`);
            else assert.ok(recalls >= 2, `${id}: ${recalls} in ${days} days`);
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it('asks for one new card of a question a day while an interview leaves a day for each, and for more where it does not', () => {
    const own = kinds.filter(({ question }) => question === 'a0');
    const on = (days: number) => {
      const interview = { at: Date.UTC(2026, 0, 1) + days * day, level: 'mid' } as const;
      return study({ ...usual, newPerDay: 9, opensAll: true, interview }, own).queue().fresh;
    };
    // Of 6 cards: 12 days have 6 for what is new, 7 have 3, 4 have 1, and the last two have none.
    assert.deepEqual([on(40), on(12), on(7), on(4), on(2)], [1, 1, 2, 6, 0]);
    assert.equal(study({ ...usual, newPerDay: 9, opensAll: true }, own).queue().fresh, 1);
  });

  it('goes by FSRS alone from the day after an interview on', () => {
    const interview = { at: Date.UTC(2026, 0, 11), level: 'junior' } as const;
    const cards = bank.filter(({ id }) => id === 'question:a0');
    const [before, without] = [{ ...usual, interview }, usual].map((policy) =>
      study(policy, cards),
    );
    assert.ok(before && without);
    for (const person of [before, without]) {
      // Known for more than a month by FSRS.
      for (const days of [0, 4]) {
        person.pass(days * day);
        person.rate('question:a0', 'easy');
      }
    }
    before.pass(4 * day);
    without.pass(4 * day);
    assert.deepEqual([before.queue().due, without.queue().due], [0, 0]);
    before.pass(2 * day);
    assert.equal(before.queue().due, 1, 'on the day of the interview');
    before.pass(day);
    assert.equal(before.queue().due, 0, 'the day after it can wait again');
    assert.equal(before.queue().nextAt, without.queue().nextAt);
    before.pass(-3 * day);
    assert.equal(before.queue().due, 0);
  });
});

describe('Mixed cards', () => {
  const cards = fc.array(
    fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat({ max: 3 })).map(([topic, number]) => ({
      ...{
        id: 'question:q' as const,
        kind: 'check' as const,
        level: 'mid' as const,
        content: () => '',
      },
      ...{ topic, question: `${topic}${number}` },
    })),
    { maxLength: 20 },
  );

  it('are the same cards, and no two of a question are neighbours while there is another one', () => {
    fc.assert(
      fc.property(cards, (some) => {
        const order = mixed(some);
        assert.deepEqual(new Set(order), new Set(some));
        assert.equal(order.length, some.length);
        order.forEach((card, at) => {
          const next = order[at + 1];
          if (next?.question !== card.question) return;
          assert.ok(order.slice(at + 1).every(({ question }) => question === card.question));
        });
      }),
    );
  });
});

describe('The hash of a card', () => {
  it('differs where a text or the place of a break differs', () => {
    assert.match(contentHash(['a']), /^[0-9a-f]{14}$/);
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        assert.equal(contentHash(one) === contentHash(other), same);
      }),
    );
    assert.notEqual(contentHash(['ab']), contentHash(['a', 'b']));
  });
});
