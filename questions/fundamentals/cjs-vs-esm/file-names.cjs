/* ---
title: Where am I, in CommonJS
difficulty: easy
teaches: __filename, __dirname, require, module and exports are parameters of the function around a CommonJS file, not globals.
expect:
  - "__filename: string"
  - "require: function"
  - "on globalThis: false"
  - "arguments of the file: 5"
--- */
console.log(`__filename: ${typeof __filename}`);
console.log(`require: ${typeof require}`);
console.log(`on globalThis: ${'require' in globalThis}`);
console.log(`arguments of the file: ${arguments.length}`);
