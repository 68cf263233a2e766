/* ---
title: A loader that collects until the next tick, in an ES module
difficulty: devilish
teaches: The order differs from CommonJS. The body of a module runs inside a microtask, so the await in the resolver continues before the nextTick callback runs, and both ids are in one batch.
twinOf: one-query-or-two
expect:
  - query for ada and bob
  - user ada
  - user bob
decoys:
  - 'query for ada'
  - 'query for bob'
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
