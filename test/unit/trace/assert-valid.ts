import assert from 'node:assert/strict';
import type { OutputLine } from '../../../src/order/output.ts';
import type { Trace } from '../../../src/trace/model.ts';

/** What every trace promises to those who read it. */
export function assertValid(trace: Trace, lines: readonly OutputLine[]): void {
  const { tasks, callbacks, end } = trace;
  assert.equal(tasks[0]?.api, 'script');
  assert.equal(callbacks[0]?.phase, 'main');
  tasks.forEach((task, index) => {
    assert.equal(task.id, index);
    assert.ok(task.scheduledAt <= end);
    assert.ok(index === 0 || task.scheduledAt >= (tasks[index - 1]?.scheduledAt ?? 0));
    for (const moment of [task.queuedAt, task.cancelledAt]) {
      if (moment !== undefined) assert.ok(moment >= task.scheduledAt && moment <= end);
    }
    if (task.by !== undefined) assert.ok(callbacks[task.by]);
    if (task.settledBy !== undefined) assert.ok(tasks[task.settledBy]);
  });
  callbacks.forEach((callback, index) => {
    const { from, to, turn, inside } = callback;
    assert.equal(callback.index, index);
    assert.ok(tasks[callback.task], 'a callback belongs to a task');
    assert.ok(from <= to && to <= end);
    const former = callbacks[index - 1];
    if (former !== undefined) {
      assert.ok(from > former.from && turn >= former.turn);
      assert.ok(from > former.to || to <= former.to, 'callbacks nest');
    }
    if (inside !== undefined) {
      const outer = callbacks[inside];
      assert.ok(outer && inside < index && outer.from < from && to <= outer.to);
    }
    if (callback.endedMs !== undefined) assert.ok(callback.endedMs >= callback.startedMs);
  });
  assert.deepEqual(
    trace.lines.map(({ stream, text }) => ({ stream, text })),
    lines.map(({ stream, text }) => ({ stream, text })),
  );
  trace.lines.forEach((line, index) => {
    assert.ok(line.at <= end && line.at > (trace.lines[index - 1]?.at ?? 0));
    if (line.callback !== undefined) assert.ok(callbacks[line.callback]);
  });
  assert.deepEqual(JSON.parse(JSON.stringify(trace)), trace, 'it is plain data');
}
