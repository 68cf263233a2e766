/* ---
title: Where am I, in an ES module
difficulty: medium
twinOf: file-names
teaches: There is no function around an ES module, so the five parameters are missing; since 20.11 import.meta.filename and import.meta.dirname replace two of them.
expect:
  - "__filename: undefined"
  - "require: also undefined"
  - "import.meta.filename: string"
  - uncaught: "ReferenceError: arguments is not defined"
  - exit: 1
--- */
console.log(`__filename: ${typeof __filename}`);
console.log(`require: also ${typeof require}`);
console.log(`import.meta.filename: ${typeof import.meta.filename}`);
console.log(`arguments of the file: ${arguments.length}`);
