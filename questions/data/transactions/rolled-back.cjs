/* ---
title: A transfer that fails halfway
difficulty: easy
teaches: ROLLBACK undoes everything since BEGIN; without a transaction, the changes made before the error remain.
expect:
  - "alone: 70 and 0"
  - "in a transaction: 100 and 0"
variants:
  - to: 20
    expect: [node:sqlite needs Node 22]
--- */
let sqlite;
try {
  process.removeAllListeners('warning'); // Node 22 still calls the module experimental
  sqlite = require('node:sqlite');
} catch {
  console.log('node:sqlite needs Node 22');
  return;
}

function open() {
  const db = new sqlite.DatabaseSync(':memory:');
  db.exec('CREATE TABLE accounts (id INTEGER PRIMARY KEY, balance INTEGER)');
  db.exec('INSERT INTO accounts VALUES (1, 100), (2, 0)');
  return db;
}

function transfer(db, amount) {
  db.prepare('UPDATE accounts SET balance = balance - ? WHERE id = 1').run(amount);
  throw new Error('account 2 is closed');
}

const balances = (db) =>
  db.prepare('SELECT balance FROM accounts ORDER BY id').all().map((row) => row.balance).join(' and ');

const alone = open();
try {
  transfer(alone, 30);
} catch {
  console.log(`alone: ${balances(alone)}`);
}

const together = open();
together.exec('BEGIN');
try {
  transfer(together, 30);
  together.exec('COMMIT');
} catch {
  together.exec('ROLLBACK');
  console.log(`in a transaction: ${balances(together)}`);
}
