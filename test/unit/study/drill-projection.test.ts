import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createDrillProjection } from '../../../src/study/drill/drill-projection.ts';
import { formatLine, parseLine } from '../../../src/study/event-line.ts';
import type { CardId, ProgressEvent } from '../../../src/study/event.ts';
import { event } from './events.ts';

const drilled = (id: number, second = id): ProgressEvent =>
  event(
    `drill:1/2/${id}`,
    {
      ...{ kind: 'drilled', mode: 'cards', node: '24.1.0', prediction: [`line ${id}`] },
      verdict: id % 2 === 0 ? 'exact' : 'wrong',
    },
    { id: `id-${id}`, at: new Date(Date.UTC(2026, 0, 1, 10, 0, second)).toISOString() },
  );

describe('What answers of the drill add up to', () => {
  it('is told in the order of time, with what was right', () => {
    const projection = createDrillProjection();
    for (const id of [3, 1, 2]) assert.equal(projection.add(drilled(id)), true);
    assert.deepEqual(
      projection.drills.answers().map(({ recipe, right }) => [recipe, right]),
      [
        ['1/2/1', false],
        ['1/2/2', true],
        ['1/2/3', false],
      ],
    );
  });

  it('keeps the latest hundred', () => {
    const projection = createDrillProjection();
    for (let id = 1; id <= 103; id++) projection.add(drilled(id));
    assert.equal(projection.add(drilled(0)), false, 'it is older than all of them');
    const answers = projection.drills.answers();
    assert.equal(answers.length, 100);
    assert.equal(answers[0]?.recipe, '1/2/4');
  });

  it('remembers when a belief was found first', () => {
    const projection = createDrillProjection();
    const found = (id: string, at: string) =>
      projection.add(event('belief:await-blocks', { kind: 'found' }, { id, at }));
    assert.equal(found('b', '2026-01-02T00:00:00.000Z'), true);
    assert.equal(found('a', '2026-01-01T00:00:00.000Z'), false);
    assert.equal(found('c', '2026-01-03T00:00:00.000Z'), false);
    assert.deepEqual([...projection.drills.found()], [['await-blocks', Date.UTC(2026, 0, 1)]]);
  });

  it('forgets that a belief was found when that is taken back, even if it is told of that first', () => {
    const projection = createDrillProjection();
    const found = (id: string) =>
      projection.add(event('belief:await-blocks', { kind: 'found' }, { id }));
    const undone = (id: string, of: string, card: CardId = 'belief:await-blocks') =>
      projection.add(event(card, { kind: 'undone', event: of }, { id }));
    const beliefs = () => [...projection.drills.found().keys()];
    assert.equal(found('a'), true);
    assert.equal(undone('u', 'another'), false, 'a review of its card');
    assert.deepEqual(beliefs(), ['await-blocks']);
    assert.equal(undone('v', 'a'), true);
    assert.deepEqual(beliefs(), []);
    assert.equal(found('a'), false, 'it is read again');
    assert.equal(undone('w', 'b'), false);
    assert.equal(found('b'), false);
    assert.deepEqual(beliefs(), []);
    assert.equal(found('c'), true, 'it was found again');
  });

  it('remembers when a belief was suspected last', () => {
    const projection = createDrillProjection();
    const suspected = (id: string, at: string) =>
      projection.add(
        event('belief:await-blocks', { kind: 'suspected', snippet: 'a/b' }, { id, at }),
      );
    assert.equal(suspected('a', '2026-01-02T00:00:00.000Z'), true);
    assert.equal(suspected('b', '2026-01-01T00:00:00.000Z'), false);
    assert.equal(suspected('c', '2026-01-03T00:00:00.000Z'), true);
    const at = Date.UTC(2026, 0, 3);
    assert.deepEqual([...projection.drills.suspected()], [['await-blocks', at]]);
    assert.deepEqual([...projection.drills.found()], [], 'nothing was told');
    const restored = createDrillProjection();
    for (const value of projection.save()) restored.restore(JSON.parse(JSON.stringify(value)));
    assert.equal(restored.drills.suspected().get('await-blocks'), at);
  });

  it('is the same in any order, any number of times, and after a snapshot', () => {
    const events: fc.Arbitrary<ProgressEvent> = fc.oneof(
      fc.tuple(fc.nat({ max: 150 }), fc.nat({ max: 30 })).map(([id]) => drilled(id, id % 31)),
      fc
        .tuple(fc.constantFrom('a', 'b'), fc.nat({ max: 3 }))
        .map(([belief, second]) =>
          event(
            `belief:${belief}`,
            { kind: 'found' },
            { id: `${belief}${second}`, at: `2026-01-01T10:00:0${second}.000Z` },
          ),
        ),
      fc
        .tuple(fc.constantFrom('a', 'b'), fc.nat({ max: 3 }))
        .map(([belief, second]) =>
          event(
            `belief:${belief}`,
            { kind: 'undone', event: `${belief}${second}` },
            { id: `undone-${belief}${second}` },
          ),
        ),
    );
    const stateOf = (all: readonly ProgressEvent[]) => {
      const projection = createDrillProjection();
      for (const one of all) projection.add(one);
      const restored = createDrillProjection();
      for (const value of projection.save()) restored.restore(JSON.parse(JSON.stringify(value)));
      assert.deepEqual(restored.drills.answers(), projection.drills.answers());
      return [projection.drills.answers(), new Map([...projection.drills.found()].toSorted())];
    };
    fc.assert(
      fc.property(fc.array(events, { minLength: 0, maxLength: 160 }), (all) => {
        assert.deepEqual(stateOf([...all, ...all].reverse()), stateOf(all));
      }),
      { numRuns: 50 },
    );
  });

  it('is read from the lines of the log; what is not whole is left to a later version', () => {
    const whole = drilled(1);
    assert.deepEqual(parseLine(formatLine(whole)), { kind: 'event', event: whole });
    const broken = { ...whole, prediction: [1] } as unknown as ProgressEvent;
    assert.deepEqual(parseLine(formatLine(broken)), { kind: 'later' });
    const found = event('belief:await-blocks', { kind: 'found' });
    assert.deepEqual(parseLine(formatLine(found)), { kind: 'event', event: found });
  });
});
