/* ---
title: Two doctors leave the night shift
difficulty: devilish
teaches: Under snapshot isolation both transactions read the old state and write different rows, so they don't conflict, and the rule that connects the rows is broken.
expect:
  - "Ada sees 2 on call"
  - "Ben sees 2 on call"
  - Ada commits
  - Ben commits
  - "on call at the end: 0"
--- */
const onCall = new Map([
  ['Ada', true],
  ['Ben', true],
]);

// Snapshot isolation: read the state as of BEGIN; on COMMIT only a row that somebody else has
// changed meanwhile is a conflict.
function begin() {
  const snapshot = new Map(onCall);
  const writes = new Map();
  return {
    count: () => [...snapshot.values()].filter(Boolean).length,
    set: (name, value) => writes.set(name, value),
    commit() {
      for (const [name] of writes) {
        if (onCall.get(name) !== snapshot.get(name)) throw new Error('40001');
      }
      for (const [name, value] of writes) onCall.set(name, value);
    },
  };
}

async function leave(name) {
  const transaction = begin();
  await undefined;
  console.log(`${name} sees ${transaction.count()} on call`);
  if (transaction.count() >= 2) transaction.set(name, false);
  await undefined;
  transaction.commit();
  console.log(`${name} commits`);
}

Promise.all([leave('Ada'), leave('Ben')]).then(() => {
  console.log(`on call at the end: ${[...onCall.values()].filter(Boolean).length}`);
});
