/* ---
title: A connection that is never returned
difficulty: hard
teaches: An error between acquire and release loses the connection unless finally gives it back, and the next caller waits until its timeout.
expect:
  - 'query 1: ok'
  - 'query 2: syntax error'
  - 'query 3: no connection within 100 ms'
  - 'free: 0 of 1'
--- */
let free = 1;
const waiting = [];
function acquire() {
  if (free > 0) return Promise.resolve((free -= 1));
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      waiting.splice(waiting.indexOf(next), 1);
      reject(new Error('no connection within 100 ms'));
    }, 100);
    const next = () => {
      clearTimeout(timer);
      resolve();
    };
    waiting.push(next);
  });
}
function release() {
  const next = waiting.shift();
  if (next) next();
  else free += 1;
}

async function query(sql) {
  await acquire();
  if (sql === 'SELECT FROM') throw new Error('syntax error');
  release();
  return 'ok';
}

async function main() {
  for (const [index, sql] of ['SELECT 1', 'SELECT FROM', 'SELECT 1'].entries()) {
    const text = await query(sql).catch((error) => error.message);
    console.log(`query ${index + 1}: ${text}`);
  }
  console.log(`free: ${free} of 1`);
}
main();
