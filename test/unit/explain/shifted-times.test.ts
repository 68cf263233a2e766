import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { orderExplainer } from '../../../src/explain/explain-order.ts';
import { explainRun } from '../../../src/explain/explain-run.ts';
import type { Trace } from '../../../src/trace/model.ts';
import { useRunWorld } from '../runner/run-world.ts';

const folder = join(import.meta.dirname, '../../fixtures/programs');

/** Of each area one program in which clocks have a say. */
const programs = [
  'timers/race.cjs',
  'timers/nested.cjs',
  'timers/intervals.cjs',
  'timers/same-list.cjs',
  'three-delays/main.cjs',
  'five-queues/main.cjs',
  'five-queues/immediate.cjs',
  'five-queues/poll.cjs',
  'file-and-loop/main.cjs',
  'pool/main.cjs',
  'crypto/slow.cjs',
  'interval/timer.cjs',
  'refresh-and-clear/main.cjs',
  'message-and-loop/main.cjs',
];

/** Pairs that every run has in this order, whatever the machine does: what causes them is not the clock. */
const fixed: readonly (readonly [program: string, earlier: string, later: string])[] = [
  ['fs/nested.cjs', 'outer immediate', 'readdir'],
  ['fs/write-and-read.mjs', 'immediate', 'written'],
  ['fs/watch.cjs', 'written', 'changed'],
  ['streams/file.cjs', 'immediate', 'data'],
  ['zlib/streams.cjs', 'pack end', 'data text'],
  ['process/signal.cjs', 'sent', 'signal'],
  ['channels/two-channels.cjs', 'one second', 'two first'],
  ['channels/ping-pong.cjs', 'port1 close', 'port2 close'],
  ['workers/messages.cjs', 'message 4', 'exit 0'],
  ['timers/same-list.cjs', 'a 20', 'c 20'],
  ['three-delays/main.cjs', '20', 'job of 20'],
  ['three-delays/main.cjs', '20', '60'],
  ['interval/timer.cjs', 'beat 1', 'beat 2'],
  ['refresh-and-clear/main.cjs', '30', 'refreshed'],
  ['five-queues/poll.cjs', 'immediate', 'timeout'],
  ['two-immediates/main.cjs', 'immediate 2', 'immediate 3'],
];

/** Milliseconds: mostly as many as a busy machine takes again and again, and such as it takes now and then. */
const anyStalls = fc.array(fc.oneof({ weight: 9, arbitrary: fc.nat(15) }, fc.nat(200)), {
  minLength: 5,
  maxLength: 40,
});

/** The machine stands still for some milliseconds before some of the callbacks and timers. */
function stalled(trace: Trace, stalls: readonly number[]): Trace {
  // Every time of the trace, in order, and how much later it is then.
  const times = [
    ...trace.callbacks.flatMap(({ startedMs, endedMs = startedMs }) => [startedMs, endedMs]),
    ...trace.tasks.flatMap(({ scheduledMs }) => scheduledMs ?? []),
  ].sort((one, other) => one - other);
  const moved = new Map<number, number>();
  let late = 0;
  times.forEach((time, index) => {
    late += stalls[index % stalls.length] ?? 0;
    if (!moved.has(time)) moved.set(time, time + late);
  });
  const at = (time: number) => moved.get(time) ?? time;
  return {
    ...trace,
    callbacks: trace.callbacks.map((callback) => ({
      ...callback,
      startedMs: at(callback.startedMs),
      ...(callback.endedMs !== undefined && { endedMs: at(callback.endedMs) }),
    })),
    tasks: trace.tasks.map((task) => ({
      ...task,
      ...(task.scheduledMs !== undefined && { scheduledMs: at(task.scheduledMs) }),
    })),
  };
}

describe('Certainty when the machine is busy', function () {
  this.timeout(60_000);
  const world = useRunWorld();

  for (const program of programs) {
    it(`does not turn from certain to race, or back: ${program}`, async () => {
      const code = readFileSync(join(folder, program), 'utf8');
      const { trace } = await world.run(code);
      assert.ok(trace);
      const certainties = (of: Trace) => explainRun(of).pairs.map((pair) => pair?.certainty);
      const seen = certainties(trace).map((certainty) => new Set([certainty]));
      fc.assert(
        fc.property(anyStalls, (stalls) => {
          certainties(stalled(trace, stalls)).forEach((certainty, index) => {
            seen[index]?.add(certainty);
            const both = seen[index]?.has('certain') === true && seen[index].has('race');
            const [one, other] = [trace.lines[index]?.text, trace.lines[index + 1]?.text];
            assert.ok(!both, `"${one}", "${other}"`);
          });
        }),
        { numRuns: 200, seed: 7 },
      );
    });
  }

  for (const [program, earlier, later] of fixed) {
    it(`never makes a race of what is fixed: "${earlier}", "${later}" of ${program}`, async () => {
      const code = readFileSync(join(folder, program), 'utf8');
      const { trace } = await world.run(code, { kind: program.endsWith('.mjs') ? 'mjs' : 'cjs' });
      assert.ok(trace);
      const texts = trace.lines.map(({ text }) => text);
      const [one, other] = [texts.indexOf(earlier), texts.indexOf(later)];
      assert.ok(one !== -1 && one < other, texts.join(', '));
      fc.assert(
        fc.property(anyStalls, (stalls) => {
          const said = orderExplainer(stalled(trace, stalls))(one, other);
          assert.notEqual(said?.certainty, 'race', said?.rule);
        }),
        { numRuns: 100, seed: 7 },
      );
    });
  }
});
