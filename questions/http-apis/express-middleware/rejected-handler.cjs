/* ---
title: A try around an async handler
difficulty: hard
teaches: try/catch around a call sees what a synchronous function throws, not the rejection of an async one; without await or catch that rejection crashes the process.
expect:
  - "status 500: sync handler failed"
  - async handler returned
  - both were run
  - uncaught: "Error: async handler failed"
  - exit: 1
--- */
function syncHandler() {
  throw new Error('sync handler failed');
}

async function asyncHandler() {
  throw new Error('async handler failed');
}

function run(name, handler) {
  try {
    handler();
    console.log(`${name} returned`);
  } catch (error) {
    console.log(`status 500: ${error.message}`);
  }
}

run('sync handler', syncHandler);
run('async handler', asyncHandler);
console.log('both were run');
setImmediate(() => console.log('next request'));
