/* ---
title: One delivery, received twice
difficulty: hard
teaches: Between the lookup of an id and its insert there is an await, and the second copy gets through the same gap; insert first, and let the unique key decide.
expect:
  - "look up first: ships order 7"
  - "look up first: ships order 7 again"
  - "insert first: ships order 7"
  - "insert first: a duplicate, ignored"
--- */
const { setTimeout: wait } = require('node:timers/promises');

// A table with a unique key: a small model in which each statement takes a while.
const rows = new Set();
const select = async (id) => (await wait(20), rows.has(id));
const insert = async (id) => {
  await wait(20);
  if (rows.has(id)) throw Object.assign(new Error('unique violation'), { code: '23505' });
  rows.add(id);
};

let shipped = 0;
const ship = (how) => console.log(`${how}: ships order 7${shipped++ > 0 ? ' again' : ''}`);

function ignoreDuplicate(error) {
  if (error.code !== '23505') throw error; // PostgreSQL's code for a unique violation
}

async function lookUpFirst(id) {
  if (await select(id)) return;
  ship('look up first');
  await insert(id).catch(ignoreDuplicate);
}

async function insertFirst(id) {
  try {
    await insert(id);
  } catch (error) {
    ignoreDuplicate(error);
    return console.log('insert first: a duplicate, ignored');
  }
  ship('insert first');
}

async function main() {
  await Promise.all([lookUpFirst('evt_1'), lookUpFirst('evt_1')]);
  shipped = 0;
  await Promise.all([insertFirst('evt_2'), insertFirst('evt_2')]);
}

main();
