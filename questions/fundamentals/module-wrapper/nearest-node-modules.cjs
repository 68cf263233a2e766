/* ---
title: Two versions of one package
difficulty: hard
teaches: A bare name is looked up in node_modules next to the requiring file and then in every folder above, so two files can get two versions, each with its own state.
permissions: [fs-read, fs-write]
expect:
  - 'counter 1 loads'
  - 'app counts 1'
  - 'counter 2 loads'
  - 'plugin counts 1'
  - 'app counts 2'
--- */
const fs = require('node:fs');
const { createRequire } = require('node:module');
const { tmpdir } = require('node:os');
const { dirname, join } = require('node:path');

const folder = fs.mkdtempSync(join(tmpdir(), 'app-'));
function write(name, text) {
  const file = join(folder, 'node_modules', name);
  fs.mkdirSync(dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

const counter = (version) =>
  `console.log('counter ${version} loads'); let n = 0; module.exports = () => ++n;`;
write('counter/index.js', counter(1));
write('plugin/node_modules/counter/index.js', counter(2));
write('plugin/index.js', "module.exports = require('counter');");

const requireInApp = createRequire(join(folder, 'app.js')); // the require of that file
const count = requireInApp('counter');
console.log(`app counts ${count()}`);
console.log(`plugin counts ${requireInApp('plugin')()}`);
console.log(`app counts ${requireInApp('counter')()}`);
fs.rmSync(folder, { recursive: true });
