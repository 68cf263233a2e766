/* ---
title: A test that does not await assert.rejects
difficulty: hard
teaches: assert.rejects reports through its promise; without await the test is over before the assertion fails, and the failure is an unhandled rejection that no test owns.
expect:
  - 'test passed: pays without money'
  - 'nobody awaited: Missing expected rejection.'
--- */
const assert = require('node:assert/strict');

async function pay() {
  return 'paid'; // it should have rejected
}

async function test(name, body) {
  try {
    await body();
    console.log('test passed:', name);
  } catch ({ message }) {
    console.log('test failed:', name, message);
  }
}

process.on('unhandledRejection', ({ message }) => console.log('nobody awaited:', message));

test('pays without money', async () => {
  assert.rejects(pay());
});
