/* ---
title: Two withdrawals at the same time
difficulty: medium
teaches: Reading a value, changing it in JavaScript and writing it back loses an update as soon as two requests interleave; a statement that computes the new value in the database does not.
expect:
  - a reads 100
  - b reads 100
  - a writes 70
  - b writes 50
  - "read, then write: 50"
  - "balance - amount in one statement: 20"
--- */
const { setImmediate: roundTrip } = require('node:timers/promises');

// Each method is one statement: atomic in the database, a round trip for us.
const rows = new Map([['account', 100]]);
const db = {
  async select() {
    const balance = rows.get('account');
    await roundTrip();
    return balance;
  },
  async update(change) {
    rows.set('account', change(rows.get('account')));
    await roundTrip();
  },
};

async function readThenWrite(name, amount) {
  const balance = await db.select();
  console.log(`${name} reads ${balance}`);
  await db.update(() => balance - amount);
  console.log(`${name} writes ${balance - amount}`);
}

async function main() {
  await Promise.all([readThenWrite('a', 30), readThenWrite('b', 50)]);
  console.log(`read, then write: ${rows.get('account')}`);

  rows.set('account', 100);
  const subtract = (amount) => db.update((balance) => balance - amount);
  await Promise.all([subtract(30), subtract(50)]);
  console.log(`balance - amount in one statement: ${rows.get('account')}`);
}

main();
