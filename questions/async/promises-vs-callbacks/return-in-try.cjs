/* ---
title: return or return await inside try
difficulty: hard
teaches: A promise that is returned without await has left the try block before it fails, so catch never sees the error and finally does not wait.
expect:
  - finally of return
  - catch of return await
  - finally of return await
  - "return await gave: a default"
  - "return failed: no row"
--- */
const { setTimeout: sleep } = require('node:timers/promises');

async function load(ms) {
  await sleep(ms);
  throw new Error('no row');
}

async function withReturn() {
  try {
    return load(150);
  } catch {
    console.log('catch of return');
  } finally {
    console.log('finally of return');
  }
}

async function withReturnAwait() {
  try {
    return await load(50);
  } catch {
    console.log('catch of return await');
    return 'a default';
  } finally {
    console.log('finally of return await');
  }
}

withReturnAwait().then((row) => console.log(`return await gave: ${row}`));
withReturn().catch((error) => console.log(`return failed: ${error.message}`));
