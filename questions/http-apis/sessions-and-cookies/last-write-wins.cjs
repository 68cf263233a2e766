/* ---
title: Two tabs, one session
difficulty: hard
teaches: Loading, changing and saving a session as a whole is a race between two requests, and the second save overwrites the first; change one field instead.
expect:
  - cart loads
  - theme loads
  - "cart saves {\"cart\":1}"
  - "theme saves {\"theme\":\"dark\"}"
  - "whole session: {\"theme\":\"dark\"}"
  - "field by field: {\"cart\":1,\"theme\":\"dark\"}"
--- */
const { setImmediate: turn } = require('node:timers/promises');

const store = new Map([['sid', '{}']]);

async function changeAll(name, change) {
  console.log(`${name} loads`);
  const session = JSON.parse(store.get('sid'));
  await turn(); // the handler queries the database
  Object.assign(session, change);
  const text = JSON.stringify(session);
  console.log(`${name} saves ${text}`);
  store.set('sid', text);
}

const hash = {};
async function changeField(field, value) {
  await turn();
  hash[field] = value; // one field of a hash in Redis
}

async function main() {
  await Promise.all([changeAll('cart', { cart: 1 }), changeAll('theme', { theme: 'dark' })]);
  console.log(`whole session: ${store.get('sid')}`);

  await Promise.all([changeField('cart', 1), changeField('theme', 'dark')]);
  console.log(`field by field: ${JSON.stringify(hash)}`);
}

main();
