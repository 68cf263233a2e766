import assert from 'node:assert/strict';
import { isMovable } from '../../../src/program/is-movable.ts';

describe('A program that does the same wherever it is', () => {
  const free = [
    `setTimeout(() => console.log('a')); process.nextTick(() => {});`,
    `const fs = require('node:fs'); const { x } = require('events'); module.exports = { fs, x };`,
    `import fs, { readFile } from 'fs/promises'; export { createHash } from 'node:crypto'; await import('node:path');`,
    `if (require.main === module) console.log('main');`,
    `if (typeof require === 'function' && typeof module === 'object') console.log('CommonJS');`,
    `const settings = { __dirname: 1 }; settings['argv']`,
    `this is not code`,
    `return 1;`,
  ];
  for (const code of free) it(code, () => assert.equal(isMovable(code), true));
});

describe('A program that has to run where it is', () => {
  const bound = [
    `const a = require('./a');`,
    `require('express')`,
    `import './a.js';`,
    `import pg from 'pg';`,
    `export * from './a.mjs';`,
    `export { a } from '#a';`,
    `import('./a.js')`,
    `import(name)`,
    `require(name)`,
    `const load = require; load('./a')`,
    `require.resolve('./a')`,
    `require.cache`,
    `console.log(__dirname)`,
    `new Worker(__filename)`,
    `import.meta.url`,
    `module.paths`,
    `process.argv[1]`,
    `import { createRequire } from 'node:module'`,
    `const m = require('module')`,
    `${'['.repeat(5000)}a${']'.repeat(5000)}; require('./a')`,
  ];
  for (const code of bound) {
    it(code.slice(0, 60), () => assert.equal(isMovable(code), false));
  }
});
