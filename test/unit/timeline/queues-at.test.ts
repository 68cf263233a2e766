import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Trace } from '../../../src/trace/model.ts';
import {
  createQueueHistory,
  queueNames,
  usedQueues,
  type Queues,
} from '../../../src/webview/timeline/queues-at.ts';
import { randomTrace } from './random-trace.ts';
import { recordedRuns } from './recorded.ts';
import { TraceBuilder } from './trace-builder.ts';
import { esModule, fourWay } from './traces.ts';

const everyTask = ({ tasks }: Trace): Set<number> => new Set(tasks.map(({ id }) => id));
const moments = ({ end }: Trace): number[] => Array.from({ length: end + 1 }, (_, at) => at);
const all = (queues: Queues): number[] => queueNames.flatMap((name) => queues[name]);

/** The names of what waits in each queue that is not empty. */
function waiting(trace: Trace, at: number): Record<string, string[]> {
  const queues = createQueueHistory(trace).at(at, everyTask(trace));
  return Object.fromEntries(
    queueNames
      .filter((name) => queues[name].length > 0)
      .map((name) => [name, queues[name].map((id) => trace.tasks[id]?.api ?? '')]),
  );
}

describe('Timeline: what waits at a moment', () => {
  it('fills the queues while the script runs and empties them as callbacks begin', () => {
    const { trace } = fourWay().recording;
    const after = (line: number): number => trace.lines[line]?.at ?? 0;
    assert.deepEqual(waiting(trace, after(0)), {});
    const full = {
      nextTick: ['process.nextTick'],
      microtask: ['then'],
      timers: ['setTimeout'],
      check: ['setImmediate'],
    };
    assert.deepEqual(waiting(trace, after(1)), full);
    assert.deepEqual(waiting(trace, after(2)), {
      microtask: ['then'],
      timers: ['setTimeout'],
      check: ['setImmediate'],
    });
    assert.deepEqual(waiting(trace, after(4)), { check: ['setImmediate'] });
    assert.deepEqual(waiting(trace, trace.end), {});
  });

  it('tells a promise that is not settled from a job that is queued', () => {
    const { trace } = esModule().recording;
    const [, , , third] = trace.callbacks;
    assert.deepEqual(waiting(trace, third?.from ?? 0)['promises'], ['await']);
    const settles = trace.callbacks[4];
    assert.deepEqual(waiting(trace, settles?.to ?? 0)['microtask'], ['await']);
  });

  it('has an interval waiting between its calls, not during them, and not after it was cleared', () => {
    let interval = 0;
    const trace = new TraceBuilder()
      .main((script) => {
        interval = script.schedule('timers', 'setInterval', { repeats: true, delayMs: 5 });
      })
      .run(interval)
      .run(interval, (script) => script.cancel(interval))
      .build();
    const [, first, second] = trace.callbacks;
    assert.ok(first && second);
    assert.deepEqual(waiting(trace, first.from), {});
    assert.deepEqual(waiting(trace, first.to), { timers: ['setInterval'] });
    assert.deepEqual(waiting(trace, second.to), {});
  });

  it('keeps what never runs until the end', () => {
    const trace = new TraceBuilder()
      .main((script) => void script.schedule('timers', 'setTimeout', { delayMs: 9 }))
      .build('runCut');
    assert.deepEqual(waiting(trace, trace.end), { timers: ['setTimeout'] });
  });

  it('is true to the trace at every moment', () => {
    fc.assert(
      fc.property(randomTrace, (trace) => {
        const history = createQueueHistory(trace);
        const shown = everyTask(trace);
        for (const at of moments(trace)) {
          const queued = all(history.at(at, shown));
          assert.equal(new Set(queued).size, queued.length, 'a task is in one queue');
          for (const id of queued) {
            const task = trace.tasks[id];
            const calls = trace.callbacks.filter((call) => call.task === id);
            assert.ok(task && task.scheduledAt <= at);
            assert.ok(task.cancelledAt === undefined || task.cancelledAt > at);
            assert.ok(!calls.some(({ from, to }) => from <= at && at < to), 'it is not running');
            assert.ok(
              calls.length === 0 || task.repeats || calls.some(({ from }) => from > at),
              'it is not over',
            );
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('has each callback waiting right before it runs, and ticks and jobs only once queued', () => {
    fc.assert(
      fc.property(randomTrace, (trace) => {
        const history = createQueueHistory(trace);
        for (const { task, from, phase } of trace.callbacks) {
          if (phase === 'main' || phase === 'exit') continue;
          const queues = history.at(from - 1, everyTask(trace));
          const { cancelledAt = Infinity } = trace.tasks[task] ?? {};
          if (cancelledAt >= from) assert.ok(queues[phase].includes(task));
        }
        for (const at of moments(trace)) {
          const { microtask, promises } = history.at(at, everyTask(trace));
          assert.ok(microtask.every((id) => (trace.tasks[id]?.queuedAt ?? Infinity) <= at));
          assert.ok(promises.every((id) => (trace.tasks[id]?.queuedAt ?? Infinity) > at));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('lists no queue that is never used, and never leaves one out', () => {
    for (const { trace, file } of recordedRuns()) {
      const history = createQueueHistory(trace);
      const shown = everyTask(trace);
      const used = usedQueues(trace, shown);
      for (const at of moments(trace)) {
        const queues = history.at(at, shown);
        for (const name of queueNames) assert.ok(queues[name].length === 0 || used.has(name), file);
      }
    }
    const { trace } = fourWay().recording;
    assert.deepEqual([...usedQueues(trace, everyTask(trace))].sort(), [
      'check',
      'microtask',
      'nextTick',
      'timers',
    ]);
  });
});
