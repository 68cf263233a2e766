import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

const { TokenBucket } = await import(process.env.LOOPWISE_PRACTICE ?? './start.mjs');

describe('token-bucket', () => {
  /** A bucket with a clock that a test moves. All numbers here are exact in binary. */
  function start(size, perSecond, startsAt = 5_000) {
    let time = startsAt;
    const bucket = new TokenBucket({ size, perSecond, now: () => time });
    const pass = (milliseconds) => void (time += milliseconds);
    const allowed = (times, count) => {
      const results = Array.from({ length: times }, () => bucket.take(count).allowed);
      return results.filter(Boolean).length;
    };
    return { bucket, pass, allowed };
  }

  it('starts full: a burst as large as the bucket is allowed', () => {
    const { bucket, allowed } = start(4, 1);
    assert.deepEqual(bucket.take(), { allowed: true, retryAfter: 0 });
    assert.equal(allowed(10), 3);
  });

  it('adds tokens evenly with time', () => {
    const { pass, allowed } = start(4, 2);
    allowed(4);
    pass(499);
    assert.equal(allowed(5), 0);
    pass(1);
    assert.equal(allowed(5), 1);
    pass(1000);
    assert.equal(allowed(5), 2);
  });

  it('keeps fractions, however often it is called', () => {
    const { pass, allowed } = start(4, 1);
    allowed(4);
    let total = 0;
    for (let step = 0; step < 16; step += 1) {
      pass(250);
      total += allowed(1);
    }
    assert.equal(total, 4);
  });

  it('never holds more than its size', () => {
    const { pass, allowed } = start(4, 2);
    pass(60_000);
    assert.equal(allowed(10), 4);
    pass(60_000);
    assert.equal(allowed(10), 4);
  });

  it('never allows two bursts right after each other', () => {
    const { pass, allowed } = start(8, 8, 900);
    assert.equal(allowed(20), 8);
    pass(125);
    assert.equal(allowed(20), 1);
  });

  it('takes several tokens, or none', () => {
    const { bucket, allowed } = start(4, 1);
    assert.equal(bucket.take(3).allowed, true);
    assert.equal(bucket.take(2).allowed, false);
    assert.equal(allowed(5), 1);
  });

  it('charges nothing for what it refuses', () => {
    const { bucket, pass } = start(2, 1);
    bucket.take(2);
    for (let times = 0; times < 5; times += 1) assert.equal(bucket.take().allowed, false);
    pass(1000);
    assert.equal(bucket.take().allowed, true);
  });

  it('says after how many seconds there is enough, and that is right', () => {
    const { bucket, pass } = start(8, 0.5);
    bucket.take(8);
    assert.deepEqual(bucket.take(), { allowed: false, retryAfter: 2 });
    pass(500);
    assert.deepEqual(bucket.take(), { allowed: false, retryAfter: 2 });
    assert.deepEqual(bucket.take(4), { allowed: false, retryAfter: 8 });
    pass(1000);
    assert.deepEqual(bucket.take(), { allowed: false, retryAfter: 1 });
    pass(1000);
    assert.deepEqual(bucket.take(), { allowed: true, retryAfter: 0 });
  });

  it('refuses a count that can never be taken', () => {
    const { bucket, allowed } = start(4, 1);
    for (const count of [0, -1, 1.5, NaN, 5, Infinity]) {
      assert.throws(() => bucket.take(count), RangeError);
    }
    assert.equal(allowed(5), 4);
  });

  it('is separate for each user', () => {
    const one = start(2, 1);
    const other = start(2, 1);
    assert.deepEqual([one.allowed(5), other.allowed(5)], [2, 2]);
  });
});
