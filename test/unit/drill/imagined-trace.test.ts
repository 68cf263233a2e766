import assert from 'node:assert/strict';
import { nominal } from '../../../src/drill/chance.ts';
import { drilledBeliefs } from '../../../src/drill/drilled-beliefs.ts';
import { imaginedTrace } from '../../../src/drill/imagined-trace.ts';
import { makeDrill } from '../../../src/drill/make-drill.ts';
import type { Program } from '../../../src/drill/program.ts';
import { runProgram } from '../../../src/drill/run-program.ts';
import { ensureNodes } from '../../../scripts/nodes.mts';
import { runSnippet } from '../../../src/runner/run-snippet.ts';
import type { Trace } from '../../../src/trace/model.ts';
import { buildChild } from '../runner/build-child.ts';
import { listEntries } from '../../../src/webview/timeline/list-text.ts';
import { createRunView, showAll } from '../../../src/webview/timeline/run-view.ts';
import { handWritten } from './programs.ts';
import { chain, immediate, print, settled, then, tick, timeout } from '../../../src/drill/build.ts';

const script: Program = {
  ...{ kind: 'cjs', functions: [] },
  body: [
    timeout(0, print('timeout'), { do: 'block', ms: 50 }),
    immediate(print('immediate')),
    tick(print('tick')),
    chain(settled, then(print('then'))),
    print('end'),
  ],
};

describe('The timeline that a belief imagines', () => {
  const programs = [
    ...[script, ...Object.values(handWritten)],
    ...[1, 2, 3, 4, 5, 6].flatMap((seed) => makeDrill({ level: 4, seed })?.program ?? []),
  ];
  const all = programs.flatMap((program) =>
    drilledBeliefs.map((belief) => ({ program, belief, trace: imaginedTrace(program, belief) })),
  );

  it('has, from left to right, the order that the belief predicts', () => {
    for (const { program, belief, trace } of all) {
      const { items } = createRunView(trace, showAll);
      const drawn = items.flatMap((item) => item.lines.map((line) => trace.lines[line]?.text));
      assert.deepEqual(drawn, runProgram(program, new Set([belief]), nominal).lines, belief);
    }
  });

  it('has its callbacks within each other, each after what scheduled it', () => {
    for (const { trace, belief } of all) {
      const { callbacks, tasks, lines, end } = trace;
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

  it('is that of the recorded run where the belief makes no difference', async () => {
    const [nodes, child] = await Promise.all([ensureNodes(), buildChild()]);
    const runtime = {
      path: nodes[24],
      version: '24.0.0',
      origin: 'setting',
      electron: false,
    } as const;
    const drawn = (trace: Trace) => {
      const view = createRunView(trace, showAll);
      return view.items.map(({ index, task, lane, turn, lines }) => ({
        ...{ api: task?.api, lane, inLoop: turn > 0, by: view.parents[index] },
        lines: lines.map((line) => trace.lines[line]?.text),
      }));
    };
    for (const seed of [3, 6, 14]) {
      const drill = makeDrill({ level: 3, seed });
      const belief = drilledBeliefs.findLast((id) => drill?.believed.has(id) === false);
      assert.ok(drill && belief);
      const { trace } = await runSnippet({ kind: drill.kind, code: drill.code }, runtime, child);
      assert.ok(trace);
      assert.deepEqual(drawn(imaginedTrace(drill.program, belief)), drawn(trace), drill.code);
    }
    await child.remove();
  });

  it('names callbacks and has them in the lanes where they belong', () => {
    const told = (belief: (typeof drilledBeliefs)[number]) =>
      listEntries(createRunView(imaginedTrace(script, belief), showAll)).map(
        ({ name, where, what }) => `${name} (${where}) ${what.split(';')[0] ?? ''}`,
      );
    assert.deepEqual(told('zero-before-microtasks'), [
      'main script (main, before the loop) prints end',
      'setTimeout 1 ms (timers, before the loop) prints timeout',
      'process.nextTick (nextTick, before the loop) prints tick',
      'then (microtasks, before the loop) prints then',
      'setImmediate (check, turn of the loop) prints immediate',
    ]);
    // What goes on after a callback that interrupted it stands after that one.
    assert.deepEqual(told('next-tick-interrupts').slice(0, 3), [
      'main script (main, before the loop) prints nothing',
      'process.nextTick (nextTick, before the loop) prints tick',
      'main script (main, before the loop) prints end',
    ]);
  });
});
