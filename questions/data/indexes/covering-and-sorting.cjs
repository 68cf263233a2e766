/* ---
title: What an index saves apart from the search
difficulty: hard
teaches: An index that holds every selected column saves reading the table, and one whose next column is the sort column saves the sort; a sort in another order needs a temporary structure.
expect:
  - "all columns: SEARCH orders USING INDEX by_city (city=?)"
  - "indexed columns: SEARCH orders USING COVERING INDEX by_city (city=?)"
  - "sorted by placed: SEARCH orders USING INDEX by_city (city=?)"
  - "sorted by total: SEARCH orders USING INDEX by_city (city=?) + USE TEMP B-TREE FOR ORDER BY"
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

const db = new sqlite.DatabaseSync(':memory:');
db.exec('CREATE TABLE orders (id INTEGER PRIMARY KEY, city TEXT, placed TEXT, total INTEGER)');
db.exec('CREATE INDEX by_city ON orders (city, placed)');

function explain(name, sql) {
  const steps = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all();
  console.log(`${name}: ${steps.map(({ detail }) => detail).join(' + ')}`);
}

explain('all columns', "SELECT * FROM orders WHERE city = 'Oslo'");
explain('indexed columns', "SELECT city, placed FROM orders WHERE city = 'Oslo'");
explain('sorted by placed', "SELECT * FROM orders WHERE city = 'Oslo' ORDER BY placed");
explain('sorted by total', "SELECT * FROM orders WHERE city = 'Oslo' ORDER BY total");
