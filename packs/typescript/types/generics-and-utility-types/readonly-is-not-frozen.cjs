/* ---
title: Readonly and frozen, in a CommonJS file
difficulty: medium
teaches: Readonly exists for the compiler only; a frozen object refuses the change, silently in code that is not strict, and only one level deep.
expect:
  - 'readonly: 9'
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
