import assert from 'node:assert/strict';
import { judged } from '../../../bench/targets.ts';

describe('The targets of the benchmarks', () => {
  it('are met or missed, and are not made up for what has none', () => {
    assert.equal(judged('exitVsBareCjs', 0.35), '≤ 0.35 met');
    assert.equal(judged('exitVsBareCjs', 0.36), '≤ 0.35 MISSED');
    assert.equal(judged('timelineStepMs', 16), '< 16 MISSED');
    assert.equal(judged('idleCpuMs', 0), '0 met');
    assert.equal(judged('vsixBytes', 1), '');
  });
});
