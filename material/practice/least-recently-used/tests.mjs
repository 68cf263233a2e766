import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

const { Cache } = await import(process.env.LOOPWISE_PRACTICE ?? './start.mjs');

/** Counts what iterators give and what the searching methods of lists may look at. */
function looksDuring(work) {
  let looks = 0;
  const restore = [];
  const replace = (object, name, wrap) => {
    const original = object[name];
    object[name] = wrap(original);
    restore.push(() => (object[name] = original));
  };
  for (const iterator of [[].values(), new Map().keys(), new Set().values()]) {
    replace(Object.getPrototypeOf(iterator), 'next', (next) => function () {
      looks += 1;
      return next.call(this);
    });
  }
  const searching = ['filter', 'find', 'findIndex', 'findLastIndex', 'indexOf', 'lastIndexOf', 'includes'];
  for (const name of [...searching, 'some', 'every', 'forEach', 'map', 'reduce', 'sort']) {
    replace(Array.prototype, name, (method) => function (...args) {
      looks += this.length;
      return method.apply(this, args);
    });
  }
  for (const { prototype } of [Map, Set]) {
    replace(prototype, 'forEach', (method) => function (...args) {
      looks += this.size;
      return method.apply(this, args);
    });
  }
  try {
    work();
  } finally {
    for (const back of restore) back();
  }
  return looks;
}

describe('least-recently-used', () => {
  const filled = (size, ...keys) => {
    const cache = new Cache(size);
    for (const key of keys) cache.set(key, key.toUpperCase());
    return cache;
  };

  it('keeps everything that fits', () => {
    const cache = filled(2, 'a', 'b');
    assert.deepEqual([cache.get('a'), cache.get('b'), cache.get('c')], ['A', 'B', undefined]);
  });

  it('forgets the oldest', () => {
    const cache = filled(2, 'a', 'b', 'c');
    assert.deepEqual([cache.has('a'), cache.has('b'), cache.has('c')], [false, true, true]);
  });

  it('counts get and set as a use, but not has', () => {
    const cache = filled(3, 'a', 'b', 'c');
    cache.get('a');
    cache.set('b', 'new');
    cache.has('c');
    cache.set('d', 'D');
    assert.deepEqual(['a', 'b', 'c', 'd'].map((key) => cache.has(key)), [true, true, false, true]);
    assert.equal(cache.get('b'), 'new');
  });

  it("doesn't forget anything when it replaces an entry", () => {
    const cache = filled(2, 'a', 'b');
    cache.set('b', 'new');
    assert.deepEqual([cache.get('a'), cache.get('b')], ['A', 'new']);
  });

  it("doesn't create an entry for a missing key", () => {
    const cache = filled(2, 'a', 'b');
    assert.equal(cache.get('c'), undefined);
    assert.deepEqual([cache.has('a'), cache.has('c')], [true, false]);
  });

  it('accepts keys of any type', () => {
    const cache = new Cache(2);
    for (const key of [2, 1, '1']) cache.set(key, typeof key);
    assert.deepEqual([cache.has(2), cache.get(1), cache.get('1')], [false, 'number', 'string']);
  });

  it('looks at only a few entries per call, however many there are', () => {
    const size = 500;
    const cache = new Cache(size);
    for (let key = 0; key < size; key += 1) cache.set(key, key);
    const looks = looksDuring(() => {
      for (let key = 0; key < 50; key += 1) {
        cache.get(size - 1 - key);
        cache.set(size + key, key);
      }
    });
    assert.ok(looks <= 50 * 20, `${looks} entries looked at in 100 calls`);
  });

  it('keeps undefined as a value', () => {
    const cache = filled(2, 'a');
    cache.set('u', undefined);
    cache.set('a', 'A');
    cache.get('u');
    cache.set('b', 'B');
    assert.deepEqual([cache.has('u'), cache.has('a')], [true, false]);
  });
});
