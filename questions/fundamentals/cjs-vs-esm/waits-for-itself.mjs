/* ---
title: A module that waits for itself
difficulty: devilish
teaches: import() of a module is fulfilled when the module has run to its end; a module that awaits its own import never gets there, and Node exits with code 13.
expect:
  - module starts
  - exit: 13
decoys:
  - 'module goes on with itself'
  - 'module goes on with undefined'
--- */
console.log('module starts');
const self = await import(import.meta.url);
console.log(`module goes on with ${self.name}`);

export const name = 'itself';
