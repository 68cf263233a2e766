import assert from 'node:assert/strict';
import type { Subject } from '../../../src/features/subject/subject.ts';
import { wrongPairOf } from '../../../src/features/subject/wrong-pair.ts';
import { workHere } from '../../../src/features/threads/work-here.ts';
import type { RunResult } from '../../../src/runner/model.ts';
import { recordedRuns } from '../timeline/recorded.ts';
import { program, result } from '../runs/runs-world.ts';

describe('What a prediction gives away that was made without a page', () => {
  const found = recordedRuns().find(({ file }) => file === 'fs-callback.cjs');
  const subject: Subject = program('1');
  const lines = ['sync', 'read', 'tick', 'timeout', 'immediate'];

  async function misconception(signal: AbortSignal) {
    assert.ok(found);
    const { trace } = found;
    const judged = result(trace.lines.map(({ text }) => text));
    const at = lines.findIndex((text, index) => trace.lines[index]?.text !== text);
    let runs = 0;
    const run = (): Promise<RunResult> => {
      runs += 1;
      return Promise.resolve({ ...judged, trace });
    };
    const runner = { run, work: workHere };
    const pair = await wrongPairOf(subject, { run: judged, lines, at }, runner, signal);
    return { id: pair?.misconception?.id, runs };
  }

  it('is the same as on the page: the belief that makes all of the order out of the run', async () => {
    const told = await misconception(new AbortController().signal);
    assert.deepEqual(told, { id: 'timer-before-immediate', runs: 1 });
  });

  it('is not looked for once nobody waits any more', async () => {
    assert.deepEqual(await misconception(AbortSignal.abort()), { id: undefined, runs: 0 });
  });
});
