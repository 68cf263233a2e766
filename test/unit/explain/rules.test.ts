import assert from 'node:assert/strict';
import { orderExplainer } from '../../../src/explain/explain-order.ts';
import { rules } from '../../../src/explain/rules.ts';
import type { Trace } from '../../../src/trace/model.ts';
import { atOnce, realNodes } from '../bank/real-runs.ts';
import { makeTrace } from './make-trace.ts';
import { madeCases } from './made-rules.ts';
import { recordedCases } from './recorded-rules.ts';

function explain(trace: Trace, [earlier, later]: readonly [string, string]) {
  const places = [earlier, later].map((text) =>
    trace.lines.findIndex((line) => line.text === text),
  );
  const explanation = orderExplainer(trace)(places[0] ?? -1, places[1] ?? -1);
  assert.ok(explanation, `${earlier}, ${later}: ${trace.lines.map(({ text }) => text).join(', ')}`);
  return explanation;
}

/** What a text says of an order that is not certain. */
const doubt =
  /another run|the order may be the other one|other order|comes after the timer|not in the record|record does not|not recorded|[Dd]on't rely|may come first|may differ|need not|can't tell|could turn that around/;

describe('The table of rules', () => {
  it('has every rule tested on a trace', () => {
    const tested = new Set([...recordedCases, ...madeCases].map(({ rule }) => rule));
    const untested = rules.filter(({ id }) => !tested.has(id));
    assert.deepEqual(
      untested.map(({ id }) => id),
      [],
    );
  });

  it('has an id, a sentence and a source for each rule', () => {
    assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
    for (const { id, title } of rules) assert.match(title, /^[A-Z`].*\.$/, id);
  });

  describe('on recorded runs', function () {
    this.timeout(120_000);
    const traces = new Map<string, Trace>();

    before(async () => {
      const nodes = await realNodes();
      await atOnce(2, recordedCases, async ({ rule, kind = 'cjs', code }) => {
        const { trace } = await nodes.run('24', kind, code, undefined, true);
        if (trace) traces.set(rule, trace);
      });
      await nodes.remove();
    });

    for (const { rule, lines, certainty = 'certain', says } of recordedCases) {
      it(rule, () => {
        const trace = traces.get(rule);
        assert.ok(trace, 'the run has no trace');
        const found = explain(trace, lines);
        assert.deepEqual([found.rule, found.certainty], [rule, certainty], found.text);
        assert.match(found.text, says);
        if (certainty !== 'certain') assert.match(found.text, doubt);
      });
    }
  });

  describe('on traces whose times are given', () => {
    for (const { rule, trace, lines, certainty, says } of madeCases) {
      it(rule, () => {
        const found = explain(trace, lines);
        assert.deepEqual([found.rule, found.certainty], [rule, certainty], found.text);
        assert.match(found.text, says);
        if (certainty !== 'certain') assert.match(found.text, doubt);
      });
    }

    it('says that what an order follows from is itself a race, or not in the record', () => {
      const trace = makeTrace();
      const [one, other] = ['one', 'other'].map((name) => trace.call(name, 'poll', 'fs.stat'));
      trace.call('a', 'check', 'setImmediate', one);
      trace.call('b', 'check', 'setImmediate', other);
      const found = explain(trace.trace(), ['a', 'b']);
      assert.deepEqual([found.rule, found.certainty], ['immediates-in-order', 'race']);
      assert.match(
        found.text,
        /was scheduled before .* so another run may show the other order\.$/,
      );
    });

    it('says so of what the clock made certain and an expectation has both ways', () => {
      const trace = makeTrace();
      trace.call('a', 'timers', 'setTimeout', 0, { delayMs: 1, scheduledMs: 0, startedMs: 1 });
      trace.call('b', 'timers', 'setTimeout', 0, { delayMs: 900, scheduledMs: 0, startedMs: 900 });
      const certain = orderExplainer(trace.trace())(1, 2);
      assert.equal(certain?.certainty, 'certain');
      assert.doesNotMatch(certain.text, doubt);
      const turned = orderExplainer(trace.trace(), () => true)(1, 2);
      assert.equal(turned?.certainty, 'race');
      assert.match(turned.text, /so another run may show the other order\.$/);
    });
  });
});
