/* ---
title: Who is first in Promise.all?
difficulty: easy
teaches: The results of Promise.all stand in the order of the input, whatever was ready first; and nothing is started by it, the calls did that.
expect:
  - all are started
  - tea is ready
  - soup is ready
  - roast is ready
  - "results: roast, tea, soup"
--- */
const { setTimeout: sleep } = require('node:timers/promises');

async function cook(dish, ms) {
  await sleep(ms);
  console.log(`${dish} is ready`);
  return dish;
}

const dishes = [cook('roast', 250), cook('tea', 50), cook('soup', 150)];
console.log('all are started');
Promise.all(dishes).then((results) => console.log(`results: ${results.join(', ')}`));
