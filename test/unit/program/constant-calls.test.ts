import assert from 'node:assert/strict';
import { constantCallsOf } from '../../../src/program/constant-calls.ts';
import { createPlaces } from '../../../src/program/places.ts';

function isConstant(code: string): boolean {
  const at = code.indexOf('log(');
  return constantCallsOf(code, 'cjs')(createPlaces(code).place(at));
}

describe('What a call is given', () => {
  for (const code of [
    "console.log('two\\nlines');",
    "for (const x of ['one', 'two']) console.log(x);",
    'for (let i = 0; i < 2; i++) console.log(`round ${i}`);',
    "const names = ['a', 'b']; for (const name of names) console.log('is', name);",
    "console.log({ a: 1, b: ['x'] });",
  ]) {
    it(`is written in the text: ${code}`, () => assert.ok(isConstant(code)));
  }

  for (const code of [
    'console.log(list[0]);',
    'const log = (...a) => console.log(...a);',
    "const list = ['a']; read(() => list.push('b')); for (const x of list) console.log(x);",
    "const list = ['a']; read(() => { list[0] = 'b'; }); console.log(list[0]);",
    "let name = 'a'; read(() => { name = 'b'; }); console.log(name);",
    'for (const x of take()) console.log(x);',
    'console.log(n++);',
    "const list = ['a']; fill(list); for (const x of list) console.log(x);",
  ]) {
    it(`is not written in the text: ${code}`, () => assert.ok(!isConstant(code)));
  }
});
