/* ---
title: require of an ES module
difficulty: hard
teaches: Since 20.19 and 22.12 require loads an ES module, unless it or one of its imports uses top-level await; it returns the namespace, so the default export is .default.
permissions: [fs-read, fs-write]
expect:
  - "default: plus"
  - "named: 2"
  - "with top-level await: ERR_REQUIRE_ASYNC_MODULE"
--- */
const { mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const folder = mkdtempSync(join(tmpdir(), 'modules-'));
writeFileSync(join(folder, 'sync.mjs'), 'export default "plus"; export const two = 2;');
writeFileSync(join(folder, 'waits.mjs'), 'export default await "plus";');

const namespace = require(join(folder, 'sync.mjs'));
console.log(`default: ${namespace.default}`);
console.log(`named: ${namespace.two}`);
try {
  require(join(folder, 'waits.mjs'));
} catch (error) {
  console.log(`with top-level await: ${error.code}`);
}
rmSync(folder, { recursive: true });
