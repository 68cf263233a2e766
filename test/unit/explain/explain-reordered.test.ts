import assert from 'node:assert/strict';
import { explainReordered } from '../../../src/explain/explain-reordered.ts';
import type { Order } from '../../../src/order/order.ts';
import type { OutputLine } from '../../../src/order/output.ts';
import { makeTrace } from './make-trace.ts';

const stdout = (...texts: string[]): OutputLine[] =>
  texts.map((text) => ({ stream: 'stdout', text }));

const found = (...outputs: OutputLine[][]) =>
  explainReordered(timeoutAndImmediate(), outputs).map(({ rule, certainty }) => [rule, certainty]);

/** script, timeout, a promise job after it, immediate */
function timeoutAndImmediate() {
  const trace = makeTrace();
  const timeout = trace.call('timeout', 'timers', 'setTimeout', 0, { delayMs: 1, scheduledMs: 0 });
  trace.call('job', 'microtask', 'then', timeout, { queuedAt: 4 });
  trace.call('immediate', 'check', 'setImmediate', 0, { startedMs: 3 });
  return trace.trace();
}

describe('Lines that another output has the other way round', () => {
  it('are explained by the rule that leaves their order open, once', () => {
    const other = stdout('script', 'immediate', 'timeout', 'job');
    assert.deepEqual(found(other, other), [['timeout-or-immediate', 'race']]);
  });

  it('are explained by a rule that fixes it, where another place goes by other rules', () => {
    const other = stdout('script', 'job', 'timeout', 'immediate');
    assert.deepEqual(
      found(other).map(([, certainty]) => certainty),
      ['certain'],
    );
  });

  it('are none where the order is the same, also when lines are missing', () => {
    assert.deepEqual(found(stdout('script', 'timeout', 'job', 'immediate')), []);
    assert.deepEqual(found(stdout('new', 'script', 'immediate')), []);
  });

  it('are told apart when they have the same text', () => {
    const twice = makeTrace();
    twice.call('x', 'timers', 'setTimeout', 0, { delayMs: 1, scheduledMs: 0 });
    twice.call('x', 'check', 'setImmediate', 0, { startedMs: 3 });
    assert.deepEqual(explainReordered(twice.trace(), [stdout('script', 'x', 'x')]), []);
  });

  it('may turn where somebody said that they may', () => {
    const trace = makeTrace();
    // The shorter delay was made last, so that their deadlines decide.
    const longer = trace.task('setTimeout', { delayMs: 300, scheduledMs: 0 });
    trace.call('one', 'timers', 'setTimeout', 0, { delayMs: 5, scheduledMs: 0 });
    trace.run('two', 'timers', longer);
    const other = [stdout('script', 'two', 'one')];
    const certainties = (expect?: Order) =>
      explainReordered(trace.trace(), other, expect).map(({ certainty }) => certainty);
    assert.deepEqual(certainties(), ['certain']);
    assert.deepEqual(certainties(['script', { any: ['one', 'two'] }]), ['race']);
  });
});
