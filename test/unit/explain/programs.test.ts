import assert from 'node:assert/strict';
import { explainRun } from '../../../src/explain/explain-run.ts';
import type { Trace } from '../../../src/trace/model.ts';
import type { OutputLine } from '../../../src/order/output.ts';
import { atOnce, realNodes } from '../bank/real-runs.ts';
import type { RealNodes } from '../bank/real-runs.ts';
import { findPhrases } from '../content/find-phrases.ts';
import { phrases } from '../content/phrases.ts';
import { fixturePrograms, holdAgainstRuns } from './bare-runs.ts';
import type { FixtureProgram } from './bare-runs.ts';
import { unknownNames } from './told-names.ts';

/** Of each area the last one; `npm run verify:explain` reads the texts about all. */
const oneOfEach = (programs: readonly FixtureProgram[]): readonly FixtureProgram[] => [
  ...new Map(programs.map((program) => [program.name.split('/')[0], program])).values(),
];

/** Programs of different areas, none of which takes long. */
const sample = new Set([
  'channels/two-channels.cjs',
  'fs/nested.cjs',
  'modules/awaits.mjs',
  'process/signal.cjs',
  'streams/file.cjs',
  'timers/race.cjs',
  'workers/messages.cjs',
  'zlib/streams.cjs',
]);

const runs = 4;

describe('What is said of programs of all areas', function () {
  this.timeout(120_000);
  let nodes: RealNodes;
  before(async () => {
    nodes = await realNodes();
  });
  after(() => nodes.remove());

  it('there are at least 300 of them', () => {
    assert.ok(fixturePrograms().length >= 300, String(fixturePrograms().length));
  });

  it('names nothing that the author of the program cannot know, in the words of the field', async () => {
    const told: string[] = [];
    const programs = oneOfEach(fixturePrograms());
    await atOnce(2, programs, async ({ name, kind, code }) => {
      const { trace } = await nodes.run('24', kind, code, undefined, true);
      assert.ok(trace, name);
      told.push(...unknownNames(trace, code).map((unknown) => `${name}: ${unknown}`));
      for (const pair of explainRun(trace).pairs) {
        told.push(...findPhrases(name, `${pair?.title}\n\n${pair?.text}`, phrases));
      }
    });
    assert.deepEqual(told, []);
  });

  it('calls nothing certain that another run has the other way round', async () => {
    const wrong: string[] = [];
    const programs = fixturePrograms().filter(({ name }) => sample.has(name));
    assert.equal(programs.length, sample.size);
    await atOnce(2, programs, async ({ name, kind, code }) => {
      const outputs: (readonly OutputLine[])[] = [];
      for (let run = 0; run < runs; run++) {
        outputs.push((await nodes.run('24', kind, code)).lines);
      }
      const { trace } = await nodes.run('24', kind, code, undefined, true);
      const traces: Trace[] = trace ? [trace] : [];
      const held = holdAgainstRuns(traces, outputs);
      assert.ok(held.pairs > 0, name);
      wrong.push(...held.wrong.map((said) => `${name}: ${said}`));
    });
    assert.deepEqual(wrong, []);
  });
});
