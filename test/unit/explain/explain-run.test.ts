import assert from 'node:assert/strict';
import type { Order } from '../../../src/order/order.ts';
import { beliefs } from '../../../src/explain/beliefs.ts';
import { explainOrder } from '../../../src/explain/explain-order.ts';
import { explainRun } from '../../../src/explain/explain-run.ts';
import { rules } from '../../../src/explain/rules.ts';
import { sources } from '../../../src/explain/sources.ts';
import { orderOf } from '../../../src/order/order-lines.ts';
import type { OutputLine } from '../../../src/order/output.ts';
import type { Trace } from '../../../src/trace/model.ts';
import { findPhrases } from '../content/find-phrases.ts';
import { phrases } from '../content/phrases.ts';
import { makeTrace } from './make-trace.ts';

/** script, tick, promise job, timeout, immediate */
function fourWay(): Trace {
  const trace = makeTrace();
  trace.call('tick', 'nextTick', 'process.nextTick');
  trace.call('promise', 'microtask', 'then', 0, { queuedAt: 1 });
  trace.call('timeout', 'timers', 'setTimeout', 0, { delayMs: 1, scheduledMs: 0 });
  trace.call('immediate', 'check', 'setImmediate', 0, { startedMs: 3 });
  return trace.trace();
}

const stdout = (...texts: string[]): OutputLine[] =>
  texts.map((text) => ({ stream: 'stdout', text }));

const wrong = (at: number, ...texts: string[]) =>
  explainRun(fourWay(), { prediction: { lines: stdout(...texts), at } }).wrong;

describe('Explaining a run', () => {
  it('has a reason for each pair of neighbouring lines', () => {
    const { pairs } = explainRun(fourWay());
    assert.deepEqual(
      pairs.map((pair) => pair?.rule),
      [
        'script-first',
        'ticks-before-promise-jobs',
        'queues-before-the-loop',
        'timeout-or-immediate',
      ],
    );
  });

  it('names the first wrong pair: the line that was predicted too early, and one that must come before', () => {
    const pair = wrong(1, 'script', 'timeout', 'promise', 'tick', 'immediate');
    assert.deepEqual([pair?.earlier, pair?.later], [1, 3]);
    assert.equal(pair?.explanation.rule, 'queues-before-the-loop');
    assert.equal(pair.misconception?.id, 'zero-means-now');
  });

  it('prefers a certain order to one that only happened', () => {
    const pair = wrong(3, 'script', 'tick', 'promise', 'immediate', 'timeout');
    assert.equal(pair?.explanation.certainty, 'race');
    assert.equal(pair.misconception, undefined);
    const sure = wrong(1, 'script', 'immediate', 'timeout');
    assert.equal(sure?.explanation.certainty, 'certain');
  });

  it('tells ticks and promise jobs apart by what was predicted', () => {
    const pair = wrong(1, 'script', 'promise', 'tick');
    assert.equal(pair?.misconception?.id, 'promises-before-ticks');
    assert.match(pair.explanation.text, /`process.nextTick` callback on line 2/);
  });

  it('has no wrong pair for a line that was never printed, or an end that came too early', () => {
    assert.equal(wrong(1, 'script', 'nobody printed this'), undefined);
    assert.equal(wrong(1, 'script'), undefined);
  });

  it('takes equal lines in their order', () => {
    const maker = makeTrace();
    for (const name of ['same', 'other', 'same']) maker.call(name, 'check', 'setImmediate');
    const lines = stdout('script', 'same', 'same');
    const { wrong: pair } = explainRun(maker.trace(), { prediction: { lines, at: 2 } });
    assert.deepEqual([pair?.earlier, pair?.later], [2, 3]);
  });

  it('believes an expectation more than the times of one run', () => {
    const maker = makeTrace({ endedMs: 30 });
    maker.call('timeout', 'timers', 'setTimeout', 0, { delayMs: 1, scheduledMs: 0, startedMs: 31 });
    maker.call('immediate', 'check', 'setImmediate', 0, { startedMs: 32 });
    const last = (expect?: Parameters<typeof orderOf>[0] | 'any') =>
      explainRun(maker.trace(), {
        ...(expect === 'any' && { expect: ['script', { any: ['timeout', 'immediate'] }] }),
        ...(Array.isArray(expect) && { expect: orderOf(expect as OutputLine[]) }),
      }).pairs.at(-1)?.certainty;
    assert.equal(last(), 'race');
    assert.equal(last('any'), 'race');
    assert.equal(last(stdout('script', 'timeout', 'immediate')), 'certain');
  });

  it('does not doubt what an expectation fixes, where the clock alone would', () => {
    const maker = makeTrace();
    const longer = maker.task('setTimeout', { delayMs: 60, scheduledMs: 0 });
    maker.call('20', 'timers', 'setTimeout', 0, { delayMs: 20, scheduledMs: 0, startedMs: 20 });
    maker.run('60', 'timers', longer, { startedMs: 60 });
    const saidOf = (expect?: Order) =>
      explainRun(maker.trace(), expect === undefined ? {} : { expect }).pairs.at(-1);
    const [alone, expected] = [saidOf(), saidOf(['script', '20', '60'])];
    assert.deepEqual([alone?.certainty, expected?.certainty], ['unknown', 'certain']);
    assert.match(alone?.text ?? '', /busy enough/);
    assert.doesNotMatch(expected?.text ?? '', /busy enough/);
  });

  it('knows nothing of lines that are not there', () => {
    assert.equal(explainOrder(fourWay(), 0, 99), undefined);
    assert.equal(explainOrder(fourWay(), 2, 1), undefined);
    assert.deepEqual(explainRun({ ...fourWay(), lines: [] }), { pairs: [] });
  });

  it('survives a trace whose references lead nowhere', () => {
    const trace = fourWay();
    const broken = {
      ...trace,
      tasks: trace.tasks.map((task) => ({ ...task, by: 77, settledBy: 99 })),
      callbacks: trace.callbacks.map((callback) => ({
        ...callback,
        inside: callback.index,
        task: 50,
      })),
    };
    assert.equal(explainRun(broken).pairs.length, 4);
  });

  it('tells calls of the same place apart', () => {
    const maker = makeTrace();
    const first = maker.call('a', 'check', 'setImmediate');
    const trace = maker.trace();
    maker.call('b', 'check', 'setImmediate', first, { turn: 2 });
    const tasks = trace.tasks.map((task) => ({ ...task, site: { line: 5, column: 1 } }));
    const text = explainOrder({ ...trace, tasks }, 1, 2)?.text ?? '';
    assert.match(text, /line 5 \(prints `b`\)/);
    assert.match(text, /line 5 \(prints `a`\)/);
  });
});

describe('What the explanations point at', () => {
  it('is a page over https for each rule', () => {
    for (const { url } of Object.values(sources)) assert.equal(new URL(url).protocol, 'https:');
  });

  it('are rules that exist, and a question for each belief', () => {
    const ids = new Set(rules.map(({ id }) => id));
    for (const row of beliefs) {
      assert.ok(row.question, row.id);
      for (const rule of [row.contradictedBy, ...(row.seenIn?.rules ?? [])]) {
        assert.ok(ids.has(rule), `${row.id}: ${rule}`);
      }
    }
  });

  it('say it in the words of the field', () => {
    const texts = [
      ...rules.map(({ title }) => title),
      ...beliefs.flatMap(({ says, text }) => [says, text]),
    ];
    assert.deepEqual(
      texts.flatMap((text) => findPhrases('rules', text, phrases)),
      [],
    );
  });

  it('are questions of the curriculum, which the bank will have', () => {
    const named = [...rules, ...beliefs].map(({ question }) => question);
    for (const question of named) assert.match(question, /^[a-z][a-z0-9-]+$/);
  });
});
