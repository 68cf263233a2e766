import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

const { merge } = await import(process.env.LOOPWISE_PRACTICE ?? './start.mjs');

describe('merge-settings', () => {
  it('merges nested objects', () => {
    const defaults = { log: { level: 'info', color: true }, port: 80 };
    assert.deepEqual(merge(defaults, { log: { level: 'debug' } }), {
      log: { level: 'debug', color: true },
      port: 80,
    });
  });

  it('replaces lists, and objects with other values', () => {
    assert.deepEqual(merge({ tags: [1, 2], log: { a: 1 } }, { tags: [3], log: null }), {
      tags: [3],
      log: null,
    });
    assert.deepEqual(merge({ log: 'off' }, { log: { a: 1 } }), { log: { a: 1 } });
  });

  it('treats undefined as missing', () => {
    assert.deepEqual(merge({ port: 80 }, { port: undefined }), { port: 80 });
  });

  it('changes neither argument and shares nothing with the defaults', () => {
    const defaults = { log: { level: 'info' }, tags: [{ name: 'a' }] };
    const settings = { log: { level: 'debug' } };
    const result = merge(defaults, settings);
    result.log.level = 'x';
    result.tags[0].name = 'x';
    result.tags.push('x');
    assert.deepEqual([defaults, settings], [
      { log: { level: 'info' }, tags: [{ name: 'a' }] },
      { log: { level: 'debug' } },
    ]);
  });

  it("doesn't let the file change Object.prototype", () => {
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      const hostile = JSON.parse(`{"${name}":{"admin":true},"in":{"${name}":{"admin":true}}}`);
      const result = merge({}, hostile);
      assert.equal({}.admin, undefined);
      assert.deepEqual([Object.keys(result), Object.keys(result.in)], [['in'], []]);
      assert.equal(Object.getPrototypeOf(result.in), Object.prototype);
    }
  });

  it('finds the three names in lists too', () => {
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      const hostile = JSON.parse(`{"users":[{"name":"ada","${name}":{"admin":true}}]}`);
      const [user] = merge({}, hostile).users;
      assert.deepEqual(Object.keys(user), ['name']);
      assert.equal(user.admin, undefined);
    }
  });
});
