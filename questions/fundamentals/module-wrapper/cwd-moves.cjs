/* ---
title: The file's folder and the working directory
difficulty: medium
teaches: __dirname is where the file is and never changes; relative paths of fs and path start at process.cwd(), which depends on who started the process and can change.
permissions: [fs-read]
expect:
  - 'start: relative path follows cwd: true'
  - 'chdir: relative path follows cwd: true'
  - 'cwd changed: true'
  - '__dirname changed: false'
  - 'require found the file: true'
--- */
const path = require('node:path');

const before = { cwd: process.cwd(), dirname: __dirname };
const follows = () => path.resolve('a.txt') === path.join(process.cwd(), 'a.txt');

console.log(`start: relative path follows cwd: ${follows()}`);
process.chdir(path.parse(__filename).root);
console.log(`chdir: relative path follows cwd: ${follows()}`);

console.log(`cwd changed: ${process.cwd() !== before.cwd}`);
console.log(`__dirname changed: ${__dirname !== before.dirname}`);

// require resolves "./" from the file, whatever the working directory is.
const found = require.resolve(`./${path.basename(__filename)}`) === __filename;
console.log(`require found the file: ${found}`);
