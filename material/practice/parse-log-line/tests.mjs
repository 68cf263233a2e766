import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

const { parseLine } = await import(process.env.LOOPWISE_PRACTICE ?? './start.mjs');

describe('parse-log-line', () => {
  const parsed = (line) => ({ ...parseLine(line) });

  it('converts plain values', () => {
    assert.deepEqual(parsed('level=info time=12 diff=-3 ok=true retry=false'), {
      level: 'info',
      time: 12,
      diff: -3,
      ok: true,
      retry: false,
    });
  });

  it('keeps spaces in quotes, and text that looks like a number', () => {
    assert.deepEqual(parsed('msg="was paid" id="007" empty=""'), {
      msg: 'was paid',
      id: '007',
      empty: '',
    });
  });

  it('converts only integers to numbers', () => {
    assert.deepEqual(parsed('ratio=1.5 hex=0x10 big=1e3'), { ratio: '1.5', hex: '0x10', big: '1e3' });
  });

  it('understands escaped quotes', () => {
    assert.deepEqual(parsed(String.raw`msg="order \"7\" in C:\\tmp" n=1`), {
      msg: String.raw`order "7" in C:\tmp`,
      n: 1,
    });
  });

  it('ends a value after an escaped backslash', () => {
    assert.deepEqual(parsed(String.raw`dir="C:\\" n=1`), { dir: 'C:\\', n: 1 });
  });

  it('leaves any other backslash as it is', () => {
    assert.deepEqual(parsed(String.raw`file="C:\temp\new.txt" n=1`), {
      file: String.raw`C:\temp\new.txt`,
      n: 1,
    });
  });

  it('treats a quote that is never closed as a character', () => {
    assert.deepEqual(parsed('msg="was paid n=1'), { msg: '"was', n: 1 });
    assert.deepEqual(parsed('size=7" n=1'), { size: '7"', n: 1 });
  });

  it('finds no pairs inside a quoted value', () => {
    assert.deepEqual(parsed('msg="a=1 b=2" c=3'), { msg: 'a=1 b=2', c: 3 });
  });

  it('skips the rest, and takes the last of two', () => {
    assert.deepEqual(parsed('hello a=1 =2 a=3 not-a-key=4'), { a: 3 });
    assert.deepEqual(parsed(''), {});
  });

  it('accepts a key of any name', () => {
    assert.equal(Object.keys(parseLine('__proto__=1')).join(), '__proto__');
  });
});
