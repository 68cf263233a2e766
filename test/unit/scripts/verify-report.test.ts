import assert from 'node:assert/strict';
import { reportOf } from '../../../scripts/lib/verify-report.mts';

describe('The report of `npm run verify`', () => {
  it('lists orders that never came, and says nothing of snippets whose orders all came', () => {
    const seen = [
      { id: 'timers/all', total: 8, unseen: [] },
      { id: 'timers/race', total: 8, unseen: [['a', 'b'], []] },
      { id: 'timers/many', total: 8, unseen: undefined },
    ];
    assert.deepEqual(reportOf(seen, new Set()), [
      '',
      'timers/race: never came in 8 runs',
      '  a | b',
      '  (nothing)',
      '',
      'timers/many: too many orders to list what never came.',
    ]);
  });

  it('ends with what is outside of its expectation', () => {
    const wrong = new Set(['timers/a, idle, on Node 20: one', 'timers/a, idle, on Node 22: two']);
    assert.deepEqual(reportOf([], wrong), [
      '',
      ...wrong,
      '',
      '2 outputs are outside their expectation.',
    ]);
  });
});
