/* ---
title: BEGIN on one connection, ROLLBACK on another
difficulty: hard
teaches: Each pool.query may get another connection, and a transaction belongs to one of them. Here another request's insert ends up inside the transaction and the debit outside it; take one client for all statements of a transaction. (The pool is a small model that hands out the connection returned last, as pg does.)
expect:
  - "B: BEGIN"
  - "B: INSERT visit"
  - "A: INSERT debit"
  - "A: ROLLBACK"
  - "stored: INSERT debit"
--- */
const { setTimeout: wait } = require('node:timers/promises');

const stored = [];
const free = [{ name: 'A' }, { name: 'B' }];

async function query(sql, ms = 0) {
  const connection = free.pop();
  console.log(`${connection.name}: ${sql}`);
  if (sql === 'BEGIN') connection.changes = [];
  else if (sql === 'ROLLBACK') connection.changes = undefined;
  else (connection.changes ?? stored).push(sql);
  if (ms > 0) await wait(ms);
  free.push(connection);
}

async function transfer() {
  await query('BEGIN');
  await wait(200); // asks another service for the exchange rate
  await query('INSERT debit');
  await query('ROLLBACK'); // the credit is not possible
}

async function visit() {
  await wait(100);
  await query('INSERT visit', 400);
}

Promise.all([transfer(), visit()]).then(() => console.log(`stored: ${stored.join(', ')}`));
