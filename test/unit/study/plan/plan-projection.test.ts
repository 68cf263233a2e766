import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createPlanProjection } from '../../../../src/study/plan/plan-projection.ts';
import { event } from '../events.ts';

const ticks = fc
  .array(
    fc.record({
      card: fc.constantFrom('plan:a' as const, 'plan:b' as const),
      on: fc.boolean(),
      second: fc.nat({ max: 3 }),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(({ card, on, second }, index) =>
      event(
        card,
        { kind: 'planTicked', on },
        { id: `id-${index}`, at: `2026-01-01T10:00:0${second}.000Z` },
      ),
    ),
  );

describe('What is ticked in the plan', () => {
  it('is the same in whatever order events are read, also from a snapshot', () => {
    fc.assert(
      fc.property(ticks, fc.nat(), (events, cut) => {
        const whole = createPlanProjection();
        for (const one of events) whole.add(one);
        const other = createPlanProjection();
        const turned = events.toReversed();
        const at = cut % (events.length + 1);
        for (const one of turned.slice(0, at)) other.add(one);
        const restored = createPlanProjection();
        for (const saved of other.save()) restored.restore(JSON.parse(JSON.stringify(saved)));
        for (const one of turned) restored.add(one);
        for (const item of ['a', 'b']) {
          assert.equal(restored.ticks.tickedAt(item), whole.ticks.tickedAt(item));
        }
      }),
    );
  });

  it('tells a change only where one is seen', () => {
    const projection = createPlanProjection();
    const at = (second: number) => ({ at: `2026-01-01T10:00:0${second}.000Z` });
    assert.equal(projection.add(event('plan:a', { kind: 'planTicked', on: false }, at(1))), false);
    assert.equal(projection.add(event('plan:a', { kind: 'planTicked', on: true }, at(3))), true);
    assert.equal(projection.add(event('plan:a', { kind: 'planTicked', on: false }, at(2))), false);
    assert.equal(projection.ticks.tickedAt('a'), Date.parse(at(3).at));
    assert.equal(projection.add(event('plan:a', { kind: 'planTicked', on: false }, at(4))), true);
    assert.equal(projection.ticks.tickedAt('a'), undefined);
  });
});
