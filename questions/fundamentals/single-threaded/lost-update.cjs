/* ---
title: Two withdrawals from one account
difficulty: medium
teaches: One thread does not protect you from races; between reading a value and writing it back, every await lets others in.
expect:
  - "rent reads 100"
  - "food reads 100"
  - "rent writes 40"
  - "food writes 70"
  - "balance: 70"
--- */
const { setTimeout: sleep } = require('node:timers/promises');

let balance = 100;

async function withdraw(what, amount) {
  const before = balance;
  console.log(`${what} reads ${before}`);
  await sleep(50);
  balance = before - amount;
  console.log(`${what} writes ${balance}`);
}

Promise.all([withdraw('rent', 60), withdraw('food', 30)]).then(() => {
  console.log(`balance: ${balance}`);
});
