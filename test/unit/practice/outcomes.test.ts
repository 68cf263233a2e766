import assert from 'node:assert/strict';
import fc from 'fast-check';
import { outcomesOf } from '../../../src/practice/outcomes.ts';
import type { HarnessEvent } from '../../../src/practice/protocol.ts';

const lines = (...events: readonly HarnessEvent[]): string =>
  events.map((event) => `${JSON.stringify(event)}\n`).join('');
const names = ['one', 'two', 'three'];
const began = (name: string): HarnessEvent => ({ kind: 'began', name });
const passed = (name: string): HarnessEvent => ({ kind: 'passed', name, ms: 1 });
const compared = { message: 'm', stack: 's', expected: '1', actual: '2' };

describe('What the harness wrote down', () => {
  const kinds = (text: string, ended: Parameters<typeof outcomesOf>[2]) =>
    [...outcomesOf(text, names, ended).tests.values()].map(({ kind }) => kind);

  it('tells a test that was running when a limit was reached from those that never began', () => {
    const text = lines(began('one'), passed('one'), began('two'));
    assert.deepEqual(kinds(text, 'time'), ['passed', 'stopped', 'notRun']);
    assert.deepEqual(kinds(text, 'memory'), ['passed', 'stopped', 'notRun']);
    // It ended the process, or it waits for something that never comes.
    assert.deepEqual(kinds(text, 'exit'), ['passed', 'exited', 'notRun']);
    const drained = lines({ kind: 'drained' });
    assert.deepEqual(kinds(`${text}${drained}`, 'exit'), ['passed', 'unsettled', 'notRun']);
    // Nobody waited for the second any more when the third ended the process.
    const third = lines(began('three'));
    assert.deepEqual(kinds(`${text}${third}`, 'exit'), ['passed', 'unsettled', 'exited']);
    // Nobody knows, or nobody wanted to know.
    assert.deepEqual(kinds(text, undefined), ['passed', 'notRun', 'notRun']);
    assert.deepEqual(kinds(text, 'cancelled'), ['passed', 'notRun', 'notRun']);
  });

  it('says what the run ended with where no test began, and nothing was thrown', () => {
    const unloaded = (text: string, ended: Parameters<typeof outcomesOf>[2]) =>
      outcomesOf(text, names, ended).unloaded;
    const printed = lines({ kind: 'printed', text: 'loading' });
    assert.deepEqual(unloaded(printed, 'time'), { kind: 'stopped', by: 'time' });
    assert.deepEqual(unloaded(printed, 'exit'), { kind: 'exited' });
    assert.deepEqual(unloaded(lines({ kind: 'drained' }), 'exit'), { kind: 'unsettled' });
    for (const ended of ['cancelled', undefined] as const) {
      assert.equal(unloaded(printed, ended), undefined);
    }
    assert.equal(unloaded(lines(began('one')), 'time'), undefined);
    const broken = lines({ kind: 'broken', message: 'm', stack: 's' });
    assert.equal(unloaded(broken, 'exit'), undefined);
  });

  it('keeps both values of a comparison, and what was printed by its test', () => {
    const { tests, printed, broken } = outcomesOf(
      lines(
        { kind: 'printed', text: 'loaded' },
        began('one'),
        { kind: 'printed', text: 'in one' },
        { kind: 'failed', name: 'one', ms: 2, ...compared },
      ),
      names,
      'exit',
    );
    assert.deepEqual(tests.get('one'), { kind: 'failed', ms: 2, failure: compared });
    assert.deepEqual(printed, [
      { test: undefined, text: 'loaded' },
      { test: 'one', text: 'in one' },
    ]);
    assert.equal(broken, undefined);
  });

  it('survives a torn line, and whatever the code under test writes there', () => {
    const whole = lines(began('one'), passed('one'));
    assert.deepEqual(kinds(`${whole}{"kind":"fai`, 'time'), ['passed', 'notRun', 'notRun']);
    const strange = fc.oneof(
      fc.json(),
      fc.string(),
      fc
        .record({
          kind: fc.constantFrom('began', 'passed', 'failed', 'broken', 'printed'),
          name: fc.jsonValue(),
          ms: fc.jsonValue(),
          text: fc.jsonValue(),
          message: fc.jsonValue(),
          stack: fc.jsonValue(),
          expected: fc.jsonValue(),
        })
        .map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(fc.array(strange), (all) => {
        const { tests, broken, printed } = outcomesOf(all.join('\n'), names, 'exit');
        assert.deepEqual([...tests.keys()], names);
        for (const outcome of [...tests.values()]) {
          if (outcome.kind === 'passed') assert.equal(typeof outcome.ms, 'number');
          if (outcome.kind === 'failed') assert.equal(typeof outcome.failure.stack, 'string');
        }
        if (broken) assert.equal(typeof broken.message, 'string');
        for (const { text } of printed) assert.equal(typeof text, 'string');
      }),
    );
  });
});
