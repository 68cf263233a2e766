/* ---
title: try without await
difficulty: easy
teaches: Without await the async function's failure never reaches the catch block; it stays in a promise that nothing holds, and Node exits.
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
