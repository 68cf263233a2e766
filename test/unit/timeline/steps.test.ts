import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Trace } from '../../../src/trace/model.ts';
import { chainOf } from '../../../src/webview/timeline/chain.ts';
import { createRunView, showAll } from '../../../src/webview/timeline/run-view.ts';
import { orderBefore, spokenStep, stepWords } from '../../../src/webview/timeline/step-words.ts';
import {
  callbackAt,
  firstSteps,
  stepAt,
  stepOfNeighbour,
  stepsOf,
  type Step,
} from '../../../src/webview/timeline/steps.ts';
import { randomTrace } from './random-trace.ts';
import { recordedRuns } from './recorded.ts';
import { TraceBuilder } from './trace-builder.ts';
import { esModule, fileAndSocket, fourWay } from './traces.ts';

function walk(trace: Trace): { titles: string[]; steps: readonly Step[] } {
  const view = createRunView(trace, showAll);
  const steps = stepsOf(view);
  return { steps, titles: steps.map((step) => stepWords(view, step).title) };
}

describe('Timeline: steps', () => {
  it('tell a run in the order in which it happened', () => {
    assert.deepEqual(walk(fourWay().recording.trace).titles, [
      'Prints script',
      'Schedules setTimeout 1 ms',
      'Schedules setImmediate',
      'Schedules process.nextTick',
      'Schedules then',
      'Prints script ends',
      'Prints tick',
      'Prints promise',
      'Prints timeout',
      'Prints immediate',
      'The program ends',
    ]);
  });

  it('begin a callback with its own step when it prints later or not at all', () => {
    const { titles } = walk(esModule().recording.trace);
    assert.ok(titles.includes('timers/promises.setTimeout 50 ms calls back'));
    assert.deepEqual(titles.slice(-4), [
      'Cancels setInterval 20 ms',
      'Schedules process.on',
      'Prints exit 0',
      'The program ends',
    ]);
  });

  it('come back to the outer callback after one that it called', () => {
    let inner = 0;
    const trace = new TraceBuilder()
      .main((script) => {
        inner = script.schedule('poll', 'parser', {});
        script.print('before');
        script.call(inner, (called) => called.print('inside'));
        script.print('after');
      })
      .build();
    const { steps, titles } = walk(trace);
    assert.deepEqual(titles.slice(-4), [
      'Prints before',
      'Prints inside',
      'Prints after',
      'The program ends',
    ]);
    assert.deepEqual(
      steps.slice(-4, -1).map(({ item }) => item),
      [0, 1, 0],
    );
  });

  it('never go back in time, print each line once, and begin each box once', () => {
    fc.assert(
      fc.property(randomTrace, (trace) => {
        const view = createRunView(trace, showAll);
        const steps = stepsOf(view);
        assert.ok(
          steps.every((step, index) => index === 0 || step.at >= (steps[index - 1]?.at ?? 0)),
        );
        const printed = steps.flatMap(({ event }) => (event.kind === 'prints' ? [event.line] : []));
        assert.deepEqual(
          printed,
          trace.lines.map((_, index) => index),
        );
        const begun = steps.filter(({ begins }) => begins).map(({ item }) => item);
        assert.deepEqual(
          begun,
          view.items.map(({ index }) => index),
        );
        for (const { index, at } of steps)
          assert.equal(steps[stepAt(steps, at)]?.at, at, String(index));
      }),
      { numRuns: 50 },
    );
  });

  it('go from box to box: to the start of the own one first, then to the one before', () => {
    const { steps } = walk(fourWay().recording.trace);
    assert.equal(stepOfNeighbour(steps, 0, 1), 6);
    assert.equal(stepOfNeighbour(steps, 6, 1), 7);
    assert.equal(stepOfNeighbour(steps, 7, -1), 6);
    assert.equal(stepOfNeighbour(steps, 3, -1), 0);
    assert.equal(stepOfNeighbour(steps, 0, -1), 0);
    assert.equal(stepOfNeighbour(steps, steps.length - 1, 1), steps.length - 1);
    assert.deepEqual(firstSteps(steps, 5), [0, 6, 7, 8, 9]);
  });

  it('find the innermost callback of a moment', () => {
    fc.assert(
      fc.property(randomTrace, (trace) => {
        for (let at = 0; at <= trace.end; at++) {
          const running = trace.callbacks.filter(({ from, to }) => from <= at && at <= to);
          assert.equal(callbackAt(trace, at), running.at(-1)?.index ?? -1);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('show every line of every recorded run', () => {
    for (const { trace, file } of recordedRuns()) {
      const { steps } = walk(trace);
      const printed = steps.flatMap(({ event }) => (event.kind === 'prints' ? [event.line] : []));
      assert.deepEqual(
        printed,
        trace.lines.map((_, index) => index),
        file,
      );
    }
  });
});

describe('Timeline: what is said of a step', () => {
  const { trace } = fourWay().recording;
  const view = createRunView(trace, showAll);
  const steps = stepsOf(view);
  const step = (index: number): Step => steps[index] as Step;

  it('why it runs now and what scheduled it', () => {
    const { why, origin, site } = stepWords(view, step(8));
    assert.equal(why, 'The loop is in its timers phase, and the delay of 1 ms has passed.');
    assert.equal(origin, 'Scheduled by the main script at line 3.');
    assert.equal(site?.line, 3);
  });

  it('what a task waits for when it is scheduled', () => {
    assert.equal(
      stepWords(view, step(1)).why,
      'Waits at least 1 ms, then runs in the timers phase. Node.js treats every delay under 1 ms as 1 ms.',
    );
    assert.equal(stepWords(view, step(4)).why, 'Waits in the microtask queue.');
    const module = createRunView(esModule().recording.trace, showAll);
    const awaits = stepsOf(module).find(
      ({ event }) => event.kind === 'schedules' && module.trace.tasks[event.task]?.api === 'await',
    );
    assert.equal(stepWords(module, awaits as Step).why, 'Waits until its promise is settled.');
  });

  it('who settled the promise that it waited for', () => {
    const module = createRunView(esModule().recording.trace, showAll);
    const rest = stepsOf(module).find(({ event }) => event.kind === 'prints' && event.line === 4);
    assert.match(
      stepWords(module, rest as Step).origin,
      /settled by timers\/promises\.setTimeout 50 ms \(line 7\)\.$/,
    );
  });

  it('where it is, for those who hear it', () => {
    assert.equal(
      spokenStep(view, step(8), 11),
      'Step 9 of 11, Prints timeout, line 3, timers, turn 1',
    );
    assert.equal(
      spokenStep(view, step(0), 11),
      'Step 1 of 11, Prints script, line 1, main, before the loop',
    );
  });

  it('why its line comes after the line before', () => {
    const { pairs } = fourWay().recording.explanations;
    assert.equal(orderBefore(pairs, step(0)), undefined);
    assert.equal(orderBefore(pairs, step(1)), undefined);
    assert.equal(orderBefore(pairs, step(7))?.rule, 'tick-promise');
    assert.equal(orderBefore(pairs, step(9))?.certainty, 'race');
  });

  it('what never ran, at the end', () => {
    const left = new TraceBuilder()
      .main((script) => {
        script.schedule('timers', 'setTimeout', {});
        script.cancel(script.schedule('timers', 'setTimeout', {}));
      })
      .build();
    const leftView = createRunView(left, showAll);
    const end = stepsOf(leftView).at(-1) as Step;
    assert.equal(stepWords(leftView, end).why, 'One scheduled callback never ran.');
  });
});

describe('Timeline: what is shown of a run', () => {
  it('leaves out what Node.js did by itself, unless it is asked for or prints', () => {
    const { trace } = fileAndSocket().recording;
    const apis = (internal: boolean): (string | undefined)[] =>
      createRunView(trace, { ...showAll, internal }).items.map(({ task }) => task?.api);
    assert.equal(apis(false).includes('emitCloseNT'), false);
    assert.equal(apis(true).includes('emitCloseNT'), true);
  });

  it('leaves out what prints nothing, and hangs the rest on the nearest that is shown', () => {
    fc.assert(
      fc.property(randomTrace, (trace) => {
        const view = createRunView(trace, { ...showAll, silent: false });
        for (const { index, callback, lines } of view.items) {
          assert.ok(callback?.index === 0 || lines.length > 0);
          const parent = view.parents[index] ?? -1;
          assert.ok(parent < index && (parent >= 0 || index === 0), 'all hangs on the script');
          assert.equal(chainOf(view, index).at(-1), 0);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('leaves out a lane', () => {
    const view = createRunView(fourWay().recording.trace, {
      ...showAll,
      hiddenLanes: new Set(['timers']),
    });
    assert.deepEqual(
      view.items.map(({ lane }) => lane),
      ['main', 'nextTick', 'microtask', 'check'],
    );
  });

  it('winds an interval up from its own last call', () => {
    const view = createRunView(esModule().recording.trace, showAll);
    const intervals = view.items.filter(({ task }) => task?.repeats);
    assert.deepEqual(
      intervals.map(({ index }) => view.parents[index]),
      [0, intervals[0]?.index],
    );
  });

  it('puts lines of workers and child processes beside the lanes', () => {
    const trace = new TraceBuilder()
      .main((script) => script.print('main'))
      .beside('from a worker', 'worker')
      .build('whole', ['worker']);
    const view = createRunView(trace, showAll);
    assert.deepEqual(
      view.items.map(({ lane }) => lane),
      ['main', 'beside'],
    );
    assert.deepEqual(walk(trace).titles, [
      'Prints main',
      'Prints from a worker',
      'The program ends',
    ]);
  });
});
