/* ---
title: A file that is a function
difficulty: easy
teaches: Node wraps each CommonJS file in a function with five parameters, so require and __dirname are local to the file, var does not become global, and return ends the module.
expect:
  - 'parameters: 5'
  - 'process is global: true'
  - 'require is global: false'
  - 'price is global: false'
  - 'this is module.exports: true'
--- */
var price = 10;

console.log(`parameters: ${arguments.length}`);
console.log(`process is global: ${'process' in globalThis}`);
console.log(`require is global: ${'require' in globalThis}`);
console.log(`price is global: ${'price' in globalThis}`);
console.log(`this is module.exports: ${this === module.exports}`);

if (price > 0) return;
console.log('last line');
