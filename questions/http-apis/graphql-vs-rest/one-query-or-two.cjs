/* ---
title: A loader that collects until the next tick
difficulty: devilish
teaches: A batch holds what was asked for before it is sent. In CommonJS the nextTick queue runs before the promise microtasks, so a resolver that awaited anything first misses the batch; DataLoader avoids that by waiting for those microtasks first.
expect:
  - query for ada
  - user ada
  - query for bob
  - user bob
--- */
let waiting = [];

function loadUser(id) {
  if (waiting.length === 0) process.nextTick(sendBatch);
  return new Promise((resolve) => waiting.push({ id, resolve }));
}

function sendBatch() {
  console.log(`query for ${waiting.map(({ id }) => id).join(' and ')}`);
  for (const { id, resolve } of waiting) resolve(`user ${id}`);
  waiting = [];
}

async function author() {
  console.log(await loadUser('ada'));
}

async function reviewer() {
  await null;
  console.log(await loadUser('bob'));
}

author();
reviewer();
