import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

const { firstUnique } = await import(process.env.LOOPWISE_PRACTICE ?? './start.mjs');

describe('first-unique', () => {
  it('finds the first one', () => {
    assert.equal(firstUnique(['a', 'b', 'a', 'c']), 'b');
  });

  it('keeps to the order of the list, even with numbers', () => {
    assert.equal(firstUnique([9, 3, 9, 1]), 3);
  });

  it('distinguishes values of different types', () => {
    assert.equal(firstUnique([1, '1', 1]), '1');
    const [object, other] = [{}, {}];
    assert.equal(firstUnique([object, other, object]), other);
  });

  it("doesn't count a value that occurs three times", () => {
    assert.equal(firstUnique(['a', 'a', 'a', 'b']), 'b');
  });

  it('reads each value only a few times', () => {
    const twice = Array.from({ length: 500 }, (_, number) => [number, number]).flat();
    let reads = 0;
    const values = new Proxy([...twice, 'last'], {
      get(list, key, receiver) {
        if (typeof key === 'string' && /^\d+$/.test(key)) reads += 1;
        return Reflect.get(list, key, receiver);
      },
    });
    assert.equal(firstUnique(values), 'last');
    assert.ok(reads <= 10 * 1_001, `${reads} reads of 1,001 values`);
  });

  it('does not search the list again for each value', () => {
    const searching = ['filter', 'find', 'findIndex', 'indexOf', 'lastIndexOf', 'includes', 'some', 'every'];
    const originals = searching.map((name) => [name, Array.prototype[name]]);
    let searched = 0;
    for (const [name, method] of originals) {
      Array.prototype[name] = function (...args) {
        searched += this.length;
        return method.apply(this, args);
      };
    }
    const values = Array.from({ length: 500 }, (_, number) => [number, number]).flat();
    try {
      firstUnique([...values, 'last']);
    } finally {
      for (const [name, method] of originals) Array.prototype[name] = method;
    }
    assert.ok(searched <= 10 * 1_001, `${searched} values looked at, of 1,001`);
  });

  it('returns undefined when there is no such value', () => {
    assert.equal(firstUnique(['a', 'a']), undefined);
    assert.equal(firstUnique([]), undefined);
  });
});
