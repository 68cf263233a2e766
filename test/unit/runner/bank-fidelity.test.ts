import assert from 'node:assert/strict';
import type { Snippet } from '../../../src/bank/model.ts';
import { mapAtMost } from '../../../src/collections/map-at-most.ts';
import { realSnippets } from '../bank/real-bank.ts';
import { runBare } from './bare-run.ts';
import { runGated } from './gated-run.ts';
import { majors, useRunWorld } from './run-world.ts';

/**
 * Each snippet on every Node. Otherwise each Node has every sixteenth: another snippet is another
 * program for the same runner, and fidelity.test.ts holds a program of each kind against a bare run.
 */
const everywhere = process.env['LOOPWISE_EVERY_NODE'] === '1';
const share = 16;
const atOnce = 3;

/** What a snippet of the bank prints, recorded, is byte by byte what it prints by itself. */
describe('The bank compared with a bare `node file`', function () {
  this.timeout(everywhere ? 600_000 : 180_000);
  const world = useRunWorld();

  for (const [place, major] of majors.entries()) {
    it(`prints the same on both streams and ends with the same code on Node ${major}`, async () => {
      const all = await snippetsThatAreSteady();
      assert.ok(all.length > 80, `${all.length} snippets`);
      const turn = all.filter((_, index) => everywhere || index % share === place);
      assert.ok(turn.length > 10, `${turn.length} snippets`);
      const runtime = world.runtime(major);
      await mapAtMost(turn, atOnce, async ({ id, kind, code }) => {
        const [bare, gated] = await Promise.all([
          runBare(world.temporary, runtime.path, kind, code),
          runGated(runtime, world.childFolder, kind, code),
        ]);
        assert.deepEqual(withoutNodesFrames(gated), withoutNodesFrames(bare), id);
      });
    });
  }
});

/**
 * Which functions of Node's own are on a stack depends on what else was due in the same turn of the
 * loop: `processTimers` calls `runNextTicks` only between two timers. Frames of the program stay.
 */
function withoutNodesFrames(run: Awaited<ReturnType<typeof runBare>>) {
  const isNodes = (line: string) => /^ {4}at .*\(?node:internal\//.test(line);
  return { ...run, stderr: run.stderr.filter((line) => !isNodes(line)) };
}

/** Races print something else from run to run, also by themselves. */
async function snippetsThatAreSteady(): Promise<Snippet[]> {
  return (await realSnippets()).filter(({ race }) => race === undefined);
}
