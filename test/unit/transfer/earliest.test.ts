import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { createEarliest } from '../../../src/features/transfer/earliest.ts';

describe('Work that many ask for', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  it('is done once, as early as any of them wants it, and again when it is asked for later', () => {
    let done = 0;
    const next = createEarliest(() => (done += 1));
    next.within(60_000);
    next.within(1000);
    next.within(60_000);
    mock.timers.tick(1000);
    assert.equal(done, 1);
    mock.timers.tick(60_000);
    assert.equal(done, 1);
    next.within(60_000);
    mock.timers.tick(60_000);
    assert.equal(done, 2);
    next.within(1000);
    next.dispose();
    mock.timers.tick(1000);
    assert.equal(done, 2);
  });
});
