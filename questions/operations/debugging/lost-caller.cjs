/* ---
title: Who called the function that failed?
difficulty: medium
teaches: V8 adds the callers of an error after an await by following the chain of awaits, so a function that returns the promise or uses then without awaiting is missing from the stack.
expect:
  - 'awaits: in the stack'
  - 'returns: missing'
  - 'chains: missing'
  - 'every stack names loadUser: true'
--- */
async function loadUser() {
  await null; // the database
  throw new Error('no such user');
}

async function awaits() {
  return await loadUser();
}
async function returns() {
  return loadUser();
}
function chains() {
  return loadUser().then((user) => user);
}

async function main() {
  const stacks = [];
  for (const caller of [awaits, returns, chains]) {
    try {
      await caller();
    } catch (error) {
      stacks.push(error.stack);
      const found = error.stack.includes(` ${caller.name} (`);
      console.log(`${caller.name}: ${found ? 'in the stack' : 'missing'}`);
    }
  }
  const all = stacks.every((stack) => stack.includes('loadUser'));
  console.log(`every stack names loadUser: ${all}`);
}
main();
