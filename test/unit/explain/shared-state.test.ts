import assert from 'node:assert/strict';
import { mayRunTwice } from '../../../src/explain/runs-twice.ts';
import { sharesNothing } from '../../../src/explain/shared-state.ts';

describe('sharesNothing', () => {
  const nothing: Readonly<Record<string, string>> = {
    'lines and timers':
      "setTimeout(() => console.log('a'), 0); setImmediate(() => console.log('b'));",
    'a loop of the script': 'for (let i = 0; i < 3; i++) setTimeout(() => console.log(i));',
    'a variable of the script alone': 'let n = 1; n++; console.log(n);',
    'a variable of one function alone': 'setTimeout(() => { let n = 0; n += 1; console.log(n); });',
    'a callback that reads its own parameters':
      "const fs = require('node:fs'); fs.readFile(__filename, (error, data) => { if (error) throw error; console.log(data.length); });",
    'a promise that is settled in one place':
      "new Promise((resolve) => setTimeout(resolve)).then(() => console.log('a'));",
    'functions of its own':
      "const sleep = (ms) => new Promise((done) => setTimeout(done, ms)); (async () => { await sleep(1); console.log('a'); })();",
    'a loop that waits for the clock':
      'setTimeout(() => { const start = Date.now(); while (Date.now() - start < 5); });',
  };
  for (const [name, code] of Object.entries(nothing)) {
    it(`finds nothing shared in ${name}`, () => assert.equal(sharesNothing(code, 'cjs'), true));
  }

  it('cannot tell of code that nests deeper than the stack', () => {
    assert.equal(sharesNothing(`a${'.a'.repeat(49_000)};`, 'cjs'), false);
  });

  const something: Readonly<Record<string, string>> = {
    'a counter':
      'let left = 2; const done = () => { if (--left === 0) console.log(left); }; setTimeout(done); setImmediate(done);',
    'a variable that one callback sets and another one reads':
      'let ready; setTimeout(() => { ready = true; }); setImmediate(() => console.log(ready));',
    'a property': 'const state = {}; setTimeout(() => { state.ready = true; });',
    'a list':
      'const all = []; setTimeout(() => all.push(1)); setImmediate(() => console.log(all));',
    'promises that are joined':
      'Promise.all([a(), b()]).then(() => console.log(1)); async function a() {} async function b() {}',
    'promises that race': 'Promise.race([1, 2]).then(console.log);',
    'a promise that two callbacks may settle':
      'new Promise((resolve) => { setTimeout(() => resolve(1)); setImmediate(() => resolve(2)); }).then(console.log);',
    'an emitter': "const e = new (require('node:events'))(); setTimeout(() => e.emit('x'));",
    'a timer that may be cleared':
      'const t = setTimeout(() => console.log(1)); setImmediate(() => clearTimeout(t));',
    'an exit': 'setTimeout(() => process.exit());',
    'a generator': 'function* g() { yield 1; }',
    'code that does not parse': 'const = ;',
  };
  for (const [name, code] of Object.entries(something)) {
    it(`takes ${name} for shared`, () => assert.equal(sharesNothing(code, 'cjs'), false));
  }

  it('takes what a module sets after a top-level await for shared', () => {
    const code = 'let n = 0; setTimeout(() => console.log(n)); await null; n = 1;';
    assert.equal(sharesNothing(code, 'mjs'), false);
    assert.equal(sharesNothing(code.replace('await null; ', ''), 'mjs'), true);
  });
});

describe('mayRunTwice', () => {
  const twice = [
    'console.log(1);',
    "import { readFile } from 'node:fs/promises'; await readFile('x');",
    "const { EventEmitter, once } = require('events');",
    "require('node:fs').createReadStream(__filename).on('data', console.log);",
    "const crypto = require(`crypto`); crypto.pbkdf2('a', 'b', 1, 2, 'sha1', () => {});",
  ];
  for (const code of twice)
    it(`lets run twice: ${code}`, () => assert.equal(mayRunTwice(code), true));

  const once = [
    "require('node:fs').writeFileSync('x', 'y');",
    "require('node:fs').promises.appendFile('x', 'y');",
    "import fs from 'node:fs'; fs.rmSync('x');",
    "import fs from 'fs'; fs['writeFileSync']('x', 'y');",
    "require('node:net').createServer().listen(80);",
    "import http from 'node:http';",
    "import pg from 'pg';",
    "import('./other.mjs');",
    "const name = 'net'; require(name);",
    "require('n' + 'et');",
    "await fetch('http://localhost');",
    "require('child_process').execSync('ls');",
    "console.log(require('node:fs').readFileSync(0, 'utf8'));",
    "require('node:fs').createReadStream(null, { fd: 0 }).on('data', console.log);",
    'process.kill(1);',
    "process.getBuiltinModule('fs');",
    "process.stdin.on('data', () => {});",
  ];
  for (const code of once)
    it(`lets run once: ${code}`, () => assert.equal(mayRunTwice(code), false));
});
