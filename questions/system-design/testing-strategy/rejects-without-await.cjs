/* ---
title: assert.rejects, and a forgotten await
difficulty: medium
teaches: assert.rejects returns a promise. Without await, the test function returns before the assertion has settled, so the test passes, and the failure surfaces later as an unhandled rejection.
expect:
  - "awaited: not ok"
  - "forgotten: ok"
  - all tests are done
  - uncaught: "AssertionError: Missing expected rejection."
  - exit: 1
decoys:
  - 'awaited: ok'
  - 'forgotten: not ok'
--- */
const assert = require('node:assert/strict');

async function test(name, run) {
  try {
    await run();
    console.log(`${name}: ok`);
  } catch {
    console.log(`${name}: not ok`);
  }
}

async function pay() {
  return 'paid'; // it should have been refused
}

async function main() {
  await test('awaited', async () => {
    await assert.rejects(pay());
  });
  await test('forgotten', async () => {
    assert.rejects(pay());
  });
  console.log('all tests are done');
}

main();
