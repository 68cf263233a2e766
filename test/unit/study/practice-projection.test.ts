import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createPracticeProjection } from '../../../src/study/practice-projection.ts';
import { formatLine, parseLine } from '../../../src/study/event-line.ts';
import type { ProgressEvent } from '../../../src/study/event.ts';
import { event } from './events.ts';

const ran = (failed: number, second: number, problem = 'all') =>
  event(
    `problem:${problem}`,
    { kind: 'practised', passed: 10 - failed, failed, hints: 1, node: '24.0.0' },
    { id: `${problem}-${failed}-${second}`, at: `2026-01-01T10:00:0${second}.000Z` },
  );

describe('What the log says of practice problems', () => {
  it('goes from met over tried to solved, and stays there', () => {
    const projection = createPracticeProjection();
    const { practice } = projection;
    const add = (one: ProgressEvent) => projection.add(one);
    const state = () => [practice.met('all'), practice.tried('all'), practice.solved('all')];
    assert.equal(add(event('question:all', { kind: 'opened' })), false);
    assert.deepEqual(state(), [false, false, false]);
    assert.equal(add(event('problem:all', { kind: 'opened' })), true);
    assert.deepEqual(state(), [true, false, false]);
    assert.equal(add(ran(2, 1)), true);
    assert.deepEqual(state(), [true, true, false]);
    add(ran(0, 2));
    add(ran(3, 3));
    assert.deepEqual(state(), [true, true, true]);
    assert.equal(practice.lastRun('all')?.failed, 3);
    assert.deepEqual([...practice.all()], ['all']);
  });

  it('is the same in any order, any number of times, and after a snapshot', () => {
    const events: fc.Arbitrary<ProgressEvent> = fc.oneof(
      fc
        .tuple(fc.nat({ max: 2 }), fc.nat({ max: 3 }), fc.constantFrom('all', 'retry'))
        .map((args) => ran(...args)),
      fc
        .constantFrom('all', 'retry')
        .map((id) => event(`problem:${id}`, { kind: 'opened' }, { id })),
    );
    const stateOf = (all: readonly ProgressEvent[]) => {
      const projection = createPracticeProjection();
      for (const one of all) projection.add(one);
      const restored = createPracticeProjection();
      for (const value of projection.save()) restored.restore(JSON.parse(JSON.stringify(value)));
      return ['all', 'retry'].map((id) => {
        const { practice } = restored;
        return [practice.met(id), practice.solved(id), practice.lastRun(id)];
      });
    };
    fc.assert(
      fc.property(fc.array(events, { maxLength: 20 }), (all) => {
        assert.deepEqual(stateOf([...all, ...all].reverse()), stateOf(all));
      }),
    );
  });

  it('is read from the lines of the log; what is not whole is left to a later version', () => {
    const whole = ran(1, 1);
    assert.deepEqual(parseLine(formatLine(whole)), { kind: 'event', event: whole });
    const broken = { ...whole, failed: 'one' } as unknown as ProgressEvent;
    assert.deepEqual(parseLine(formatLine(broken)), { kind: 'later' });
  });
});
