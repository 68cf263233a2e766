import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { describe, it } from 'node:test';

/** Hashes that were computed on this thread; counted before anyone can keep a reference to the function. */
let computedHere = 0;
const { pbkdf2Sync } = crypto;
crypto.pbkdf2Sync = (...args) => {
  computedHere += 1;
  return pbkdf2Sync(...args);
};
syncBuiltinESMExports(); // for those who import it by name

const { hashAll, sumOf } = await import(process.env.LOOPWISE_PRACTICE ?? './start.mjs');

describe('find-the-blocking', () => {
  /** Counts the turns of the loop while something is done. */
  async function turnsDuring(work, onTurn = () => {}) {
    let turns = 0;
    let next = setImmediate(function count() {
      turns += 1;
      onTurn();
      next = setImmediate(count);
    });
    try {
      const result = await work();
      return { turns, result };
    } finally {
      clearImmediate(next);
    }
  }

  it('hashes as before', async () => {
    const hash = (word) => pbkdf2Sync(word, 'salt', 1_000, 32, 'sha256').toString('hex');
    // A password is hashed before anything else, so the first one takes many times as long as the others.
    const words = ['a'.repeat(20_000_000), 'b', 'c', 'd'];
    assert.deepEqual(await hashAll(words), words.map(hash));
  });

  it('lets the loop continue while it hashes', async () => {
    const { turns } = await turnsDuring(() => hashAll(['a', 'b', 'c']));
    assert.ok(turns > 0, 'The loop stood still.');
  });

  it("doesn't compute a hash on this thread", async () => {
    computedHere = 0;
    await hashAll(['a', 'b']);
    assert.equal(computedHere, 0, 'While pbkdf2Sync computes, everybody waits.');
  });

  it('lets the loop continue after 1,000 numbers at most', async () => {
    let together = 0;
    let most = 0;
    function* numbers() {
      for (let number = 1; number <= 5_000; number += 1) {
        together += 1;
        most = Math.max(most, together);
        yield number;
      }
    }
    const { result } = await turnsDuring(
      () => sumOf(numbers()),
      () => (together = 0),
    );
    assert.equal(result, 12_502_500);
    assert.ok(most <= 1_000, `${most} numbers at once`);
  });

  it('returns 0 for no numbers', async () => {
    assert.equal(await sumOf([]), 0);
  });
});
