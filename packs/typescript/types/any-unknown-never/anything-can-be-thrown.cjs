/* ---
title: Reading the message of whatever was thrown
difficulty: medium
teaches: Anything can be thrown, so reading `error.message` may give undefined or even throw; that is why a caught value is unknown.
expect:
  - 'Error: disk full'
  - 'text: undefined'
  - 'promise: undefined'
  - 'null: TypeError while reading it'
--- */
const thrown = [
  ['Error', new Error('disk full')],
  ['text', 'disk full'],
  ['promise', Promise.resolve('disk full')],
  ['null', null],
];

for (const [name, value] of thrown) {
  try {
    try {
      throw value;
    } catch (error) {
      console.log(`${name}: ${error.message}`);
    }
  } catch (second) {
    console.log(`${name}: ${second.name} while reading it`);
  }
}
