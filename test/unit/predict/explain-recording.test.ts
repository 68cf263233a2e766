import assert from 'node:assert/strict';
import { beliefOf } from '../../../src/explain/beliefs.ts';
import { explainRecording } from '../../../src/features/predict/explain-recording.ts';
import { workHere } from '../../../src/features/threads/work-here.ts';
import type { PredictionOutcome } from '../../../src/shared/predict.ts';
import { recordedRuns } from '../timeline/recorded.ts';

type Services = Parameters<typeof explainRecording>[0];

describe('What is said of a wrong prediction of a recorded run', () => {
  const run = recordedRuns().find(({ file }) => file === 'fs-callback.cjs');

  async function misconception(...lines: readonly string[]) {
    assert.ok(run);
    const rows = lines.map((text) => ({ predicted: { stream: 'stdout', text } }));
    const at = lines.findIndex((text, index) => run.trace.lines[index]?.text !== text);
    const outcome = { kind: 'judged', verdict: { kind: 'wrong', at }, rows };
    const services = {
      bank: { load: () => Promise.resolve({ question: () => undefined }) },
      log: { error: (error: unknown) => assert.ifError(error) },
      work: workHere,
    };
    const explained = await explainRecording(
      services as unknown as Services,
      run.trace,
      outcome as unknown as PredictionOutcome,
      undefined,
    );
    return explained.explanations.wrong?.misconception;
  }

  it('is the belief that makes all of the order out of the run', async () => {
    const told = await misconception('sync', 'read', 'tick', 'timeout', 'immediate');
    const { id, says, text, question } = beliefOf('timer-before-immediate');
    const { imagined, ...known } = told ?? {};
    assert.deepEqual(known, { id, says, text, question });
    assert.deepEqual(
      imagined?.lines.map((line) => line.text),
      ['sync', 'read', 'tick', 'timeout', 'immediate'],
    );
  });

  it('is what is typical for the first wrong pair, where none or several beliefs make that order', async () => {
    for (const lines of [
      ['sync', 'read', 'immediate', 'tick', 'timeout'],
      ['sync', 'read', 'timeout', 'immediate', 'tick'],
    ]) {
      const told = await misconception(...lines);
      assert.ok(told && told.says === undefined, lines.join());
    }
  });
});
