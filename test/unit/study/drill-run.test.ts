import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  readDrillRun,
  reduceDrill,
  startDrill,
  type DrillAction,
  type DrillRun,
} from '../../../src/study/drill/drill-run.ts';

const prediction = { mode: 'cards', lines: ['a'] } as const;

/** Answers one program after the other. */
function after(run: DrillRun, ...right: readonly boolean[]): DrillRun {
  return right.reduce((one, isRight, at) => {
    const shown = reduceDrill(reduceDrill(one, { kind: 'next' }), {
      ...{ kind: 'shown', program: `1/1/${at}` },
    });
    return reduceDrill(shown, { kind: 'answered', prediction, right: isRight });
  }, run);
}

describe('A drill', () => {
  it('finds the level: until answers differ, each one moves it', () => {
    const start = startDrill('adaptive');
    assert.equal(start.level, 2);
    assert.equal(after(start, true).level, 3);
    assert.equal(after(start, true, true, true).level, 4);
    assert.equal(after(start, false).level, 1);
    assert.equal(after(start, false, false).level, 1);
    assert.equal(after(startDrill(3), true, true, true, true).level, 3, 'a level that was chosen');
  });

  it('then rises after three right answers in a row, and falls after two wrong ones', () => {
    const found = after(startDrill('adaptive'), true, false);
    assert.equal(found.level, 3);
    assert.equal(after(found, true, true).level, 3);
    assert.equal(after(found, true, true, true).level, 4);
    assert.equal(after(found, true, true, false, true).level, 3);
    const risen = after(found, true, true, true);
    assert.equal(after(risen, false).level, 4, 'wrong answers count for their own level');
    assert.equal(after(risen, false, false).level, 3);
    assert.equal(after(found, false).level, 2);
  });

  it('counts the streak, and the longest one', () => {
    const { streak, best, done } = after(startDrill(2), true, true, false, true);
    assert.deepEqual([streak, best, done.length], [1, 2, 4]);
  });

  it('counts an output that was wanted without a prediction as wrong', () => {
    const shown = reduceDrill(startDrill(1), { kind: 'shown', program: '1/1/1' });
    const told = reduceDrill(shown, { kind: 'gaveUp' });
    assert.deepEqual([told.told, told.done], [{}, [{ level: 1, right: false }]]);
    assert.equal(reduceDrill(told, { kind: 'gaveUp' }), told, 'once');
  });

  it('takes another program for another level, unless the answer is on the page', () => {
    const shown = reduceDrill(startDrill(1), { kind: 'shown', program: '1/1/1' });
    assert.equal(reduceDrill(shown, { kind: 'level', level: 4 }).program, undefined);
    assert.equal(reduceDrill(shown, { kind: 'level', level: 'adaptive' }).program, '1/1/1');
    const told = reduceDrill(shown, { kind: 'gaveUp' });
    assert.equal(reduceDrill(told, { kind: 'level', level: 4 }).program, '1/1/1');
  });

  it('asks three more against a belief, then goes on as before', () => {
    const told = after(startDrill(1), false);
    const three = reduceDrill(told, { kind: 'against', belief: 'x' });
    assert.deepEqual([three.program, three.against?.left], [undefined, 3]);
    assert.equal(after(three, true).against?.left, 2);
    assert.equal(after(three, true, true, true).against, undefined);
  });

  it('does nothing once it was stopped', () => {
    const stopped = reduceDrill(after(startDrill(1), true), { kind: 'stop' });
    assert.equal(stopped.program, undefined);
    assert.equal(reduceDrill(stopped, { kind: 'shown', program: '1/1/9' }), stopped);
  });

  it('goes on from what was stored, and from nothing else', () => {
    const actions: fc.Arbitrary<DrillAction> = fc.oneof(
      fc.record({ kind: fc.constant('shown'), program: fc.string() }),
      fc.record({
        kind: fc.constant('answered'),
        prediction: fc.record({
          mode: fc.constantFrom('cards', 'typed'),
          lines: fc.array(fc.string(), { maxLength: 2 }),
        }),
        right: fc.boolean(),
      }),
      fc.constantFrom({ kind: 'gaveUp' }, { kind: 'next' }, { kind: 'stop' }),
      fc.record({ kind: fc.constant('level'), level: fc.constantFrom(1, 4, 'adaptive') }),
      fc.record({ kind: fc.constant('against'), belief: fc.string() }),
    ) as fc.Arbitrary<DrillAction>;
    fc.assert(
      fc.property(fc.array(actions, { maxLength: 12 }), (all) => {
        const stored = JSON.stringify(all.reduce(reduceDrill, startDrill('adaptive')));
        assert.equal(JSON.stringify(readDrillRun(JSON.parse(stored))), stored);
      }),
    );
    const whole = after(startDrill(1), true);
    for (const key of Object.keys(whole)) {
      if (key === 'program' || key === 'told') continue;
      assert.equal(readDrillRun({ ...whole, [key]: undefined }), undefined, key);
    }
    assert.equal(readDrillRun({ ...whole, program: 1 }), undefined);
    assert.equal(
      readDrillRun({ ...whole, told: { prediction: { mode: 'x', lines: [] } } }),
      undefined,
    );
    assert.equal(readDrillRun(undefined), undefined);
  });
});
