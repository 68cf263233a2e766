import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CardId, ProgressEvent, Rating } from '../../../../src/study/event.ts';
import { day } from '../../../../src/study/review/memory.ts';
import { createReviewProjection } from '../../../../src/study/review/review-projection.lazy.ts';
import { event, someEvents } from '../events.ts';

const ids: readonly CardId[] = ['question:q', 'question:ü\n', 'snippet:q/s'];
const card = 'question:q';
const begin = Date.UTC(2026, 0, 1, 10);

function project(events: readonly ProgressEvent[]) {
  const projection = createReviewProjection();
  for (const one of events) projection.add(one);
  return projection;
}

const stateOf = ({ reviews }: ReturnType<typeof project>) =>
  ids.map((id) => [reviews.memory(id), reviews.history(id)]);

const reviewed = (rating: Rating, days: number, id: string) =>
  event(
    card,
    {
      ...{ kind: 'reviewed', rating, durationMs: 9000, hints: 0, content: '' },
      after: { stability: 1, difficulty: 5, due: '2026-01-02T10:00:00.000Z' },
    },
    { id, at: new Date(begin + days * day).toISOString() },
  );
const undone = (of: string) => event(card, { kind: 'undone', event: of });
const reset = (days: number, id: string) =>
  event(card, { kind: 'reset' }, { id, at: new Date(begin + days * day).toISOString() });

describe('What reviews add up to', () => {
  it('is the same in whatever order events come, and however often', () => {
    fc.assert(
      fc.property(
        someEvents.chain((events) =>
          fc.record({
            events: fc.constant(events),
            again: fc.shuffledSubarray([...events, ...events], { minLength: events.length }),
          }),
        ),
        ({ events, again }) => {
          const whole = [...again, ...events];
          assert.deepEqual(stateOf(project(whole)), stateOf(project(events)));
        },
      ),
    );
  });

  it('is as if an event had never been once it is taken back', () => {
    const one = reviewed('good', 0, 'one');
    const two = reviewed('again', 3, 'two');
    const three = reviewed('easy', 5, 'three');
    assert.deepEqual(
      stateOf(project([one, two, three, undone('two')])),
      stateOf(project([one, three])),
    );
    assert.deepEqual(stateOf(project([one, undone('one')])), stateOf(project([])));
    fc.assert(
      fc.property(someEvents, fc.nat({ max: 11 }), (events, at) => {
        const taken = events[at];
        fc.pre(taken?.kind === 'reviewed' || taken?.kind === 'reset');
        const back = event(taken.card, { kind: 'undone', event: taken.id });
        const others = events.filter((other) => other !== taken);
        assert.deepEqual(stateOf(project([...events, back])), stateOf(project(others)));
      }),
    );
  });

  it('begins anew after a reset, and goes on as before when that is taken back', () => {
    const before = [reviewed('good', 0, 'one'), reviewed('good', 1, 'two')];
    const after = reviewed('hard', 9, 'three');
    const projection = project([...before, reset(5, 'reset'), after]);
    assert.deepEqual(
      projection.reviews.history(card).map(({ id }) => id),
      ['three'],
    );
    assert.deepEqual(projection.reviews.memory(card), project([after]).reviews.memory(card));
    projection.add(undone('reset'));
    assert.deepEqual(stateOf(projection), stateOf(project([...before, after])));
  });

  it('tells what was reset last in one go, and is exactly as before when all of that is taken back', () => {
    fc.assert(
      fc.property(someEvents, fc.subarray([...ids], { minLength: 1 }), (events, wanted) => {
        const before = project(events);
        const known = stateOf(before);
        const previous = before.reviews.lastReset();
        const batch = wanted.map((of, index) =>
          event(
            of,
            { kind: 'reset', batch: 'one' },
            { id: `r${index}`, at: '9998-01-01T00:00:00.000Z' },
          ),
        );
        for (const one of batch) before.add(one);
        assert.ok(wanted.every((of) => before.reviews.memory(of) === undefined));
        const last = before.reviews.lastReset();
        assert.deepEqual(new Set(last?.cards.map(({ card: of }) => of)), new Set(wanted));
        const saved = JSON.parse(JSON.stringify([...before.save()])) as unknown[];
        const restored = createReviewProjection();
        for (const value of saved) restored.restore(value);
        for (const { card: of, event: taken } of last?.cards ?? []) {
          const back = event(of, { kind: 'undone', event: taken });
          for (const one of [before, restored]) one.add(back);
        }
        for (const one of [before, restored]) {
          assert.deepEqual(stateOf(one), known);
          assert.deepEqual(one.reviews.lastReset(), previous);
        }
      }),
    );
  });

  it('has the same state after a snapshot, and goes on from it', () => {
    fc.assert(
      fc.property(someEvents, someEvents, (events, more) => {
        const saved = JSON.parse(JSON.stringify([...project(events).save()])) as unknown[];
        const restored = createReviewProjection();
        for (const value of saved) restored.restore(value);
        assert.deepEqual(stateOf(restored), stateOf(project(events)));
        const later = more.map((one) => ({ ...one, id: `later-${one.id}` }));
        for (const one of later) restored.add(one);
        assert.deepEqual(stateOf(restored), stateOf(project([...events, ...later])));
      }),
    );
  });

  it('names the cards that have been reviewed, and tells of a change only where there is one', () => {
    const projection = createReviewProjection();
    assert.equal(projection.add(event(card, { kind: 'opened' })), false);
    assert.equal(projection.add(undone('unknown')), false);
    const one = reviewed('good', 0, 'one');
    assert.equal(projection.add(one), true);
    assert.equal(projection.add(one), false);
    assert.deepEqual([...projection.reviews.cards()], [card]);
    assert.equal(projection.add(undone('one')), true);
    assert.deepEqual([...projection.reviews.cards()], []);
  });
});
