/* ---
title: Three dishes, one cook
difficulty: easy
teaches: One thread can wait for many things at the same time, because a wait does not tie up a thread; the results arrive in the order in which they are ready.
expect:
  - roast goes into the oven
  - soup goes on the stove
  - tea is poured
  - all are on their way
  - tea is ready
  - soup is ready
  - roast is ready
--- */
const { setTimeout: sleep } = require('node:timers/promises');

async function cook(dish, start, ms) {
  console.log(`${dish} ${start}`);
  await sleep(ms);
  console.log(`${dish} is ready`);
}

cook('roast', 'goes into the oven', 300);
cook('soup', 'goes on the stove', 200);
cook('tea', 'is poured', 100);
console.log('all are on their way');
