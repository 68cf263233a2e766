/* ---
title: The same queries with and without an index
difficulty: medium
teaches: A composite index serves queries on its first column, alone or with the next one; for the second column alone, or for a function of the first, the database reads the whole table.
expect:
  - "no index: SCAN orders"
  - "city: SEARCH orders USING INDEX by_city (city=?)"
  - "city and placed: SEARCH orders USING INDEX by_city (city=? AND placed>?)"
  - "placed: SCAN orders"
  - "lower(city): SCAN orders"
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

function explain(name, where) {
  const [step] = db.prepare(`EXPLAIN QUERY PLAN SELECT * FROM orders WHERE ${where}`).all();
  console.log(`${name}: ${step.detail}`);
}

explain('no index', "city = 'Oslo'");
db.exec('CREATE INDEX by_city ON orders (city, placed)');
explain('city', "city = 'Oslo'");
explain('city and placed', "city = 'Oslo' AND placed > '2026-01-01'");
explain('placed', "placed > '2026-01-01'");
explain('lower(city)', "lower(city) = 'oslo'");
