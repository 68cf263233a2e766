/* ---
title: A race with no contestants, in CommonJS
difficulty: devilish
teaches: Promise.race of an empty list stays pending forever; a pending promise does not keep the process alive, so Node exits with code 0 in the middle of the function.
expect:
  - main starts
  - "all of nothing: 0 results"
  - "leaving with code 0"
--- */
process.on('exit', (code) => console.log(`leaving with code ${code}`));

async function main() {
  console.log('main starts');
  const results = await Promise.all([]);
  console.log(`all of nothing: ${results.length} results`);
  await Promise.race([]);
  console.log('main ends');
}

main().finally(() => console.log('finally'));
