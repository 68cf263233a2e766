/* ---
title: A query that nobody awaited
difficulty: medium
teaches: A lazy query is an object with a then method, so nothing is sent until somebody awaits it, and each further await sends it again.
expect:
  - built
  - not sent without await
  - "sent 1: insert into log"
  - "sent 2: insert into log"
  - after two awaits
--- */
let sent = 0;

// Query builders such as Knex and Drizzle return objects like this one.
class Query {
  constructor(sql) {
    this.sql = sql;
  }
  async run() {
    console.log(`sent ${++sent}: ${this.sql}`);
    return [];
  }
  then(resolve, reject) {
    return this.run().then(resolve, reject);
  }
}

const insert = (table) => new Query(`insert into ${table}`);

async function main() {
  insert('audit');
  console.log('built');
  await null;
  if (sent === 0) console.log('not sent without await');

  const query = insert('log');
  await query;
  await query;
  console.log('after two awaits');
}

main();
