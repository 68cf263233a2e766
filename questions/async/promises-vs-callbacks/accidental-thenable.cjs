/* ---
title: A query that runs when you return it
difficulty: devilish
teaches: Returning from an async function, await and resolve all call then on any object that has it, so passing a lazy query object through one of them runs the query.
expect:
  - query is built
  - script ends
  - query runs
  - "caller has: 3 rows"
--- */
class Query {
  where() {
    return this;
  }
  // Query builders have a then method so that you can write: await query
  then(resolve) {
    console.log('query runs');
    resolve('3 rows');
  }
}

async function buildQuery() {
  const query = new Query().where();
  console.log('query is built');
  return query;
}

buildQuery().then((query) => console.log(`caller has: ${query}`));
console.log('script ends');
