import assert from 'node:assert/strict';
import type { Drill } from '../../../src/drill/drill.ts';
import { drilledBeliefs } from '../../../src/drill/drilled-beliefs.ts';
import { imaginedTrace } from '../../../src/drill/imagined-trace.ts';
import { makeDrill } from '../../../src/drill/make-drill.ts';
import type { Phase } from '../../../src/trace/model.ts';
import { listEntries } from '../../../src/webview/timeline/list-text.ts';
import { createRunView, showAll } from '../../../src/webview/timeline/run-view.ts';

/** A program that each belief gets wrong, of the lowest level that has one. */
function against(aim: Drill['recipe']['aim'] & string): Drill {
  for (const level of [1, 2, 3, 4] as const) {
    for (let seed = 1; seed <= 20; seed++) {
      const drill = makeDrill({ level, seed, aim });
      if (drill) return drill;
    }
  }
  throw new Error(`No program against ${aim}`);
}

describe('The timeline that a belief imagines', () => {
  it('has, from left to right, the order that the belief predicts', () => {
    for (const belief of drilledBeliefs) {
      const drill = against(belief);
      for (const [id, lines] of drill.believed) {
        const trace = imaginedTrace(drill.program, id);
        const { items } = createRunView(trace, showAll);
        const drawn = items.flatMap((item) => item.lines.map((line) => trace.lines[line]?.text));
        assert.deepEqual(drawn, lines, `${id}\n${drill.code}`);
      }
    }
  });

  it('has its callbacks within each other, each after what scheduled it', () => {
    for (const belief of drilledBeliefs) {
      const { program } = against(belief);
      const { callbacks, tasks, lines, end } = imaginedTrace(program, belief);
      for (const { index, task, from, to, inside } of callbacks) {
        assert.ok(from <= to && to <= end);
        const outer = inside === undefined ? undefined : callbacks[inside];
        assert.ok(outer === undefined || (outer.index < index && outer.from < from));
        const { scheduledAt = Infinity, queuedAt = scheduledAt } = tasks[task] ?? {};
        assert.ok(scheduledAt < from && queuedAt < from, belief);
      }
      for (const { at, callback = -1 } of lines) {
        const { from = Infinity, to = -1 } = callbacks[callback] ?? {};
        assert.ok(from < at && at < to, belief);
      }
    }
  });

  const phases = (drill: Drill, belief: Parameters<typeof imaginedTrace>[1]) => {
    const { lines, callbacks } = imaginedTrace(drill.program, belief);
    return new Map<string, Phase | undefined>(
      lines.map(({ text, callback }) => [text, callbacks[callback ?? -1]?.phase]),
    );
  };

  it('names phases and constructs as a recorded run does', () => {
    const drill = against('zero-before-microtasks');
    const entries = listEntries(
      createRunView(imaginedTrace(drill.program, 'zero-before-microtasks'), showAll),
    );
    assert.equal(entries[0]?.name, 'main script');
    assert.ok(entries.some(({ name }) => /^setTimeout 1 ms$/.test(name)));
    const [first] = drill.believed.get('zero-before-microtasks') ?? [];
    assert.equal(phases(drill, 'zero-before-microtasks').get(first ?? ''), 'main');
  });
});
