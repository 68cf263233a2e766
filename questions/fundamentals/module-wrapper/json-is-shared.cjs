/* ---
title: Two modules read one settings file
difficulty: medium
teaches: require caches a JSON file like any module, so every module gets the same object and sees each change to it; parsing the file again gives a fresh one.
permissions: [fs-read, fs-write]
expect:
  - 'same object: true'
  - 'b sees port 9999'
  - 'parsed again: port 8080'
  - 'after deleting the cache entry: port 8080'
  - 'a still has port 9999'
--- */
const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const folder = mkdtempSync(join(tmpdir(), 'settings-'));
const file = join(folder, 'settings.json');
writeFileSync(file, '{ "port": 8080 }');

const a = require(file);
const b = require(join(folder, 'settings')); // .json is found too
console.log(`same object: ${a === b}`);

a.port = 9999;
console.log(`b sees port ${b.port}`);
console.log(`parsed again: port ${JSON.parse(readFileSync(file, 'utf8')).port}`);

delete require.cache[require.resolve(file)];
console.log(`after deleting the cache entry: port ${require(file).port}`);
console.log(`a still has port ${a.port}`);
rmSync(folder, { recursive: true });
