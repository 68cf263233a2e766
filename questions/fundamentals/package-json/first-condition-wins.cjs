/* ---
title: One package, two entry points
difficulty: hard
teaches: Node takes the first condition in exports that matches, from top to bottom, so default goes last; and what exports does not list can't be loaded at all, although the file is there.
permissions: [fs-read, fs-write]
expect:
  - 'good, require: for require'
  - 'good, import: for import'
  - 'bad, require: for everybody'
  - 'bad, import: for everybody'
  - 'good/secret.js: ERR_PACKAGE_PATH_NOT_EXPORTED'
--- */
const fs = require('node:fs');
const { createRequire } = require('node:module');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const folder = fs.mkdtempSync(join(tmpdir(), 'doors-'));
function makePackage(name, conditions) {
  const to = join(folder, 'node_modules', name);
  fs.mkdirSync(to, { recursive: true });
  fs.writeFileSync(join(to, 'package.json'), JSON.stringify({ name, exports: { '.': conditions } }));
  fs.writeFileSync(join(to, 'a.cjs'), "module.exports = 'for require'");
  fs.writeFileSync(join(to, 'b.mjs'), "export default 'for import'");
  fs.writeFileSync(join(to, 'c.cjs'), "module.exports = 'for everybody'");
  fs.writeFileSync(join(to, 'secret.js'), '');
}
makePackage('good', { import: './b.mjs', require: './a.cjs', default: './c.cjs' });
makePackage('bad', { default: './c.cjs', import: './b.mjs', require: './a.cjs' });

const file = join(folder, 'app.mjs');
fs.writeFileSync(file, 'export default (name) => import(name);');
const requireInApp = createRequire(file);

async function main() {
  const { default: importInApp } = await import(pathToFileURL(file));
  for (const name of ['good', 'bad']) {
    console.log(`${name}, require: ${requireInApp(name)}`);
    console.log(`${name}, import: ${(await importInApp(name)).default}`);
  }
  try {
    requireInApp('good/secret.js');
  } catch (error) {
    console.log(`good/secret.js: ${error.code}`);
  }
  fs.rmSync(folder, { recursive: true });
}
main();
