/* ---
title: What happens to the others when Promise.all fails?
difficulty: medium
teaches: Promise.all rejects with the first failure and stops nothing; the other calls run to completion, and what they return is dropped.
expect:
  - payment is declined
  - "all: declined"
  - mail is sent
  - parcel is on its way
--- */
const { setTimeout: sleep } = require('node:timers/promises');

async function pay() {
  await sleep(50);
  console.log('payment is declined');
  throw new Error('declined');
}

async function step(text, ms) {
  await sleep(ms);
  console.log(text);
}

Promise.all([pay(), step('mail is sent', 150), step('parcel is on its way', 250)])
  .then(() => console.log('order is complete'))
  .catch((error) => console.log(`all: ${error.message}`));
