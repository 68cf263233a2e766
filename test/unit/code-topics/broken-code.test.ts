import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeLanguage } from '../../../src/code-topics/parse-code.ts';
import { readCode } from '../../../src/code-topics/read-code.ts';

const names = ['fs.readFileSync', 'process.nextTick', 'server.close', 'setTimeout', 'app.get'];

async function linesOf(code: string, language: CodeLanguage = 'javascript'): Promise<string[]> {
  const { uses } = await readCode(code, language, names);
  return uses.map(({ start, end, names: [name] }) => {
    assert.equal(code.slice(start, end), name?.split('.').at(-1));
    return `${code.slice(0, start).split('\n').length}: ${name ?? ''}`;
  });
}

const before = `const fs = require('fs');
const http = require('http');
const express = require('express');
const app = express();

function stop(server) {
  process.nextTick(() => {
    setTimeout(() => run(), 5);
  });
}
`;
const after = `
app.get('/', (req, res) => {
  res.send(fs.readFileSync('a'));
});
`;
const expected = (lines: number) => [
  '7: process.nextTick',
  '8: setTimeout',
  `${11 + lines}: app.get`,
  `${12 + lines}: fs.readFileSync`,
];

/** What people type between whole code: each leaves the rest of the file where it was. */
const unfinished: readonly (readonly [what: string, code: string])[] = [
  ['a member that is not named yet', 'run(fs.);'],
  ['a call that is open', 'fs.readFile('],
  ['a string that is open', `const text = 'abc`],
  ['a condition', 'if ('],
  ['a function without its body', 'function more('],
  ['a block that is open', 'function more() {\n  const a = 1;'],
  ['a closing bracket too many', '}'],
  ['a word too many', 'const const a = 1;'],
  ['an object that is open', 'const options = {\n  a: 1,'],
  ['a merge conflict', '<<<<<<< HEAD\n=======\n>>>>>>> other'],
  ['an import that is not whole', 'import { a, from'],
  ['an arrow without a body', 'const f = async () =>'],
];

describe('Code that is broken', () => {
  for (const language of ['javascript', 'typescript'] as const) {
    for (const [what, code] of unfinished) {
      it(`is read around ${what} (${language})`, async () => {
        const lines = code.split('\n').length;
        assert.deepEqual(await linesOf(`${before}${code}${after}`, language), expected(lines));
      });
    }
  }

  it('is read inside of the function that is being written', async () => {
    const code = `const fs = require('fs');
function one() {
  process.nextTick(a);
  fs.
}
function two() {
  if (a) {
    setTimeout(a
  }
  process.nextTick(b);
}
`;
    assert.deepEqual(await linesOf(code), ['3: process.nextTick', '10: process.nextTick']);
  });

  it('says nothing of what is no code at all', async () => {
    assert.deepEqual(await linesOf('Dear all,\nplease setTimeout( your clocks'), []);
    assert.deepEqual(await linesOf(''), []);
  });

  it('loses a few uses of a real file at most, whichever line is cut', async function () {
    this.timeout(20_000);
    const file = join(import.meta.dirname, '../../../node_modules/express5/lib/response.js');
    const whole = readFileSync(file, 'utf8');
    const all = [
      'node:path',
      'path',
      'path.resolve',
      'path.extname',
      'module.exports',
      'Buffer.isBuffer',
    ];
    const { uses } = await readCode(whole, 'javascript', all);
    assert.ok(uses.length >= 5, String(uses.length));
    const lines = whole.split('\n');
    const lost: number[] = [];
    for (let at = 7; at < lines.length; at += 131) {
      const line = lines[at] ?? '';
      const cut = [...lines.slice(0, at), line.slice(0, line.length / 2), ...lines.slice(at + 1)];
      const read = await readCode(cut.join('\n'), 'javascript', all);
      lost.push(uses.length - read.uses.length);
    }
    assert.ok(lost.length >= 7, String(lost.length));
    assert.ok(Math.max(...lost) <= 2, String(lost));
  });
});
