import assert from 'node:assert/strict';
import { betweenCallbacks } from '../../../src/explain/separate-callbacks.ts';
import { fourWay } from '../timeline/traces.ts';

describe('Reasons between lines', () => {
  const { trace, explanations } = fourWay().recording;

  it('are left where separate callbacks printed them, and not within one', () => {
    assert.equal(explanations.pairs.length, 5);
    // The script prints its first two lines itself.
    assert.deepEqual(
      betweenCallbacks(trace, explanations.pairs).map((pair) => pair?.rule),
      [undefined, 'sync-first', 'tick-promise', 'jobs-loop', 'timeout-immediate'],
    );
  });

  it('never come before the exit code', () => {
    const lines = trace.lines.map((line, at) =>
      at === 5 ? ({ ...line, stream: 'exit', text: '1' } as const) : line,
    );
    assert.equal(betweenCallbacks({ lines }, explanations.pairs)[4], undefined);
  });
});
