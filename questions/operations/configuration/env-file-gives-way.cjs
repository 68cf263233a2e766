/* ---
title: A variable that is set, and a file that sets it too
difficulty: medium
teaches: A .env file only fills in what is missing, so the real environment wins; values are not expanded, and an unquoted hash starts a comment.
permissions: [fs-read, fs-write]
expect:
  - 'PORT: 9000'
  - 'LEVEL: info'
  - 'COLOR: #fff'
  - 'URL: http://localhost:$PORT'
--- */
const { mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const folder = mkdtempSync(join(tmpdir(), 'env-'));
const file = join(folder, '.env');
writeFileSync(
  file,
  `PORT=8080
LEVEL=info # for everybody
COLOR="#fff"
URL=http://localhost:$PORT`,
);

process.env.PORT = '9000'; // as if the platform had set it
process.loadEnvFile(file);

for (const name of ['PORT', 'LEVEL', 'COLOR', 'URL']) console.log(`${name}: ${process.env[name]}`);
rmSync(folder, { recursive: true });
