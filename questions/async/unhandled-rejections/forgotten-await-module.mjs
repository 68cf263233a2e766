/* ---
title: try without await, at the top of an ES module
difficulty: medium
twinOf: forgotten-await
teaches: Top-level await does not help a call that nobody awaits; Node finds the rejection when the microtask queue has drained, as in CommonJS.
expect:
  - save starts
  - try ends
  - main ends
  - uncaught: "Error: disk is full"
  - exit: 1
--- */
async function save() {
  console.log('save starts');
  throw new Error('disk is full');
}

async function main() {
  try {
    save();
    console.log('try ends');
  } catch (error) {
    console.log(`caught: ${error.message}`);
  }
  console.log('main ends');
}

main();
setImmediate(() => console.log('immediate'));
