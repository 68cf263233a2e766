/* ---
title: Which result comes first in Promise.all?
difficulty: easy
teaches: The results of Promise.all are in the order of the input, whichever was ready first; Promise.all starts nothing, because the calls have already done that.
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
