/* ---
title: Two CommonJS files that require each other
difficulty: hard
teaches: In a cycle require returns whatever has been exported so far, without an error.
permissions: [fs-read, fs-write]
expect:
  - user.cjs starts
  - order.cjs starts
  - "exports of user.cjs, seen by order.cjs: early"
  - order.cjs ends
  - user.cjs ends
  - "exports of user.cjs, seen by main: early, late"
--- */
const { mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const folder = mkdtempSync(join(tmpdir(), 'cycle-'));
writeFileSync(join(folder, 'user.cjs'), `
  console.log('user.cjs starts');
  exports.early = 1;
  require('./order.cjs');
  exports.late = 2;
  console.log('user.cjs ends');`);
writeFileSync(join(folder, 'order.cjs'), `
  console.log('order.cjs starts');
  const names = Object.keys(require('./user.cjs')).join(', ');
  console.log('exports of user.cjs, seen by order.cjs: ' + names);
  console.log('order.cjs ends');`);

const names = Object.keys(require(join(folder, 'user.cjs'))).join(', ');
console.log(`exports of user.cjs, seen by main: ${names}`);
rmSync(folder, { recursive: true });
