import assert from 'node:assert/strict';
import { awaitWords } from '../../../src/trace/await-words.ts';

/** Each program has `|` where V8 places the pause. */
const cases: readonly [code: string, word: string | undefined][] = [
  ['async function f() { return await |g(); }', undefined],
  ['async function f() { return await Promise.|reject(1); }', undefined],
  ['async function f() { return [(await |g())]; }', undefined],
  ['async function f() { const one = await wallet.|return(1); }', undefined],
  ['async function f() { await scheduler.|yield(); }', undefined],
  ['async function f() { |await g(); }', undefined],
  ['async function* f() { return |g(); }', 'return'],
  ['async function* f() { yield |g(); }', 'yield'],
  ['async function* f() { yield* |g(); }', 'yield*'],
  ['async function* f() { yield\n    list\n      .|map(String); }', 'yield'],
  ['async function* f() { await g();\n  yield |h(); }', 'yield'],
];

describe('What is written where a function paused', () => {
  for (const [code, word] of cases) {
    it(`${code.replace(/\s+/g, ' ')}: ${word ?? 'await'}`, () => {
      const before = code.slice(0, code.indexOf('|')).split('\n');
      const site = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
      assert.equal(awaitWords(code.replace('|', ''))(site), word);
    });
  }
});
