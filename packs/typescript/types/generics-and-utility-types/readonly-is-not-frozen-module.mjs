/* ---
title: Readonly and frozen, in an ES module
difficulty: hard
teaches: The same program prints one line more, since ES modules are always strict and a change of a frozen field throws there.
twinOf: readonly-is-not-frozen
expect:
  - 'readonly: 9'
  - 'refused: TypeError'
  - 'frozen: 1'
  - 'inside frozen: 9'
--- */
const settings = { retries: 1, log: { level: 1 } }; // In TypeScript: Readonly<Settings>
settings.retries = 9; // the compiler complains, the program does not
console.log('readonly:', settings.retries);

const frozen = Object.freeze({ retries: 1, log: { level: 1 } });
try {
  frozen.retries = 9;
} catch (error) {
  console.log('refused:', error.name);
}
console.log('frozen:', frozen.retries);
frozen.log.level = 9;
console.log('inside frozen:', frozen.log.level);
