import assert from 'node:assert/strict';
import type { Drill } from '../../../src/drill/drill.ts';
import { drilledBeliefs } from '../../../src/drill/drilled-beliefs.ts';
import { imaginedTrace } from '../../../src/drill/imagined-trace.ts';
import { makeDrill } from '../../../src/drill/make-drill.ts';
import { beliefsPrinting, imaginedReplay, replayedBeliefs } from '../../../src/drill/replay.ts';
import type { Trace } from '../../../src/trace/model.ts';
import { realNodes } from '../bank/real-runs.ts';

/** What a recorded run of it has: see the test of the imagined timeline. */
function traceOf({ program, believed }: Drill): Trace {
  // With this one, timers of a script that blocks are drawn inside of it, even where nothing else is printed.
  const blocks = program.body.some((one) => one.do === 'block');
  const isDrawnApart = (id: string): boolean => blocks && id === 'code-can-be-interrupted';
  const idle = drilledBeliefs.findLast((id) => !believed.has(id) && !isDrawnApart(id));
  assert.ok(idle);
  return imaginedTrace(program, idle);
}

describe('A recorded run that is played again under a belief', () => {
  const drills = Array.from({ length: 40 }, (_, seed) => seed + 1).flatMap(
    (seed) => makeDrill({ level: seed % 2 === 0 ? 3 : 4, seed }) ?? [],
  );

  it('prints what the model prints under it, and says something unless a loop blocks or promises are combined', () => {
    let [told, asked] = [0, 0];
    for (const drill of drills) {
      const [real = []] = drill.outputs;
      const trace = traceOf(drill);
      assert.deepEqual(beliefsPrinting(trace, real), []);
      for (const [belief, lines] of drill.believed) {
        const found = beliefsPrinting(trace, lines);
        for (const one of found) {
          assert.deepEqual(drill.believed.get(one), lines, drill.code);
          const imagined = imaginedReplay(trace, one);
          assert.deepEqual(
            imagined.lines.map(({ text }) => text),
            lines,
          );
          assert.equal(imagined.imagined, true);
        }
        if (!(replayedBeliefs as readonly string[]).includes(belief)) continue;
        // The imagined run has no times, and what a combined promise waits for may be another one in another order.
        if (/Date\.now|Promise\.(all|race)/.test(drill.code)) continue;
        // Nobody knows how many turns of the loop an operation takes.
        if (/turn/.test(belief) && /node:fs/.test(drill.code)) continue;
        asked += 1;
        if (found.includes(belief)) told += 1;
      }
    }
    assert.ok(asked > 60 && told / asked > 0.95, `${told} of ${asked}`);
  });

  it('is drawn with the names and phases of what ran, in the imagined order', () => {
    const drill = drills.find((one) => one.believed.has('promises-before-ticks'));
    assert.ok(drill);
    const trace = traceOf(drill);
    const imagined = imaginedReplay(trace, 'promises-before-ticks');
    const drawn = ({ callbacks, tasks }: Trace): readonly string[] =>
      callbacks.map(({ task, phase }) => `${tasks[task]?.api} ${phase}`).toSorted();
    assert.deepEqual(drawn(imagined), drawn(trace));
    const queues = ({ callbacks }: Trace) => callbacks.map(({ phase }) => phase);
    assert.notDeepEqual(queues(imagined), queues(trace));
  });

  it('says of a run that was recorded what the model says of the program', async () => {
    const runs = await realNodes();
    let told = 0;
    try {
      for (const [at, drill] of drills.slice(0, 12).entries()) {
        const major = runs.majors[at % runs.majors.length] ?? '24';
        const { trace, lines: printed } = await runs.run(
          major,
          drill.kind,
          drill.code,
          undefined,
          true,
        );
        assert.ok(trace, drill.code);
        assert.deepEqual(
          printed.map(({ text }) => text),
          drill.outputs[0],
        );
        for (const lines of drill.believed.values()) {
          for (const one of beliefsPrinting(trace, lines)) {
            assert.deepEqual(drill.believed.get(one), lines, `${one} on ${major}\n${drill.code}`);
            told += 1;
          }
        }
      }
    } finally {
      await runs.remove();
    }
    assert.ok(told >= 20, String(told));
  });

  it('says nothing where a callback may do something else when others ran before it', () => {
    const drill = drills.find((one) => one.believed.has('promises-before-ticks'));
    const lines = drill?.believed.get('promises-before-ticks');
    assert.ok(drill && lines);
    const trace = traceOf(drill);
    assert.ok(beliefsPrinting(trace, lines).includes('promises-before-ticks'));
    const [script, ...tasks] = trace.tasks;
    assert.ok(script);
    const silent: readonly Trace[] = [
      { ...trace, complete: 'tooLong' },
      { ...trace, untraced: ['worker'] },
      { ...trace, altered: ['executionAsyncId'] },
      { ...trace, mayWait: true },
      { ...trace, tasks: [script, ...tasks.map((one) => ({ ...one, api: 'Promise.all' }))] },
      { ...trace, tasks: [script, ...tasks.map((one) => ({ ...one, cancelledAt: trace.end }))] },
      // Another order than that of the run: something decided it that is not in the record.
      { ...trace, lines: trace.lines.toReversed() },
    ];
    for (const one of silent) assert.deepEqual(beliefsPrinting(one, lines), []);
  });
});
