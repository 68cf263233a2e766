/* ---
title: forEach with an async function
difficulty: easy
teaches: forEach throws away the promises that an async function returns, so nobody waits for them; for...of with await does wait.
expect:
  - mail 1 starts
  - mail 2 starts
  - forEach is done
  - mail 1 is sent
  - mail 2 is sent
  - mail 3 starts
  - mail 3 is sent
  - for...of is done
--- */
const { setTimeout: sleep } = require('node:timers/promises');

async function send(mail) {
  console.log(`mail ${mail} starts`);
  await sleep(50);
  console.log(`mail ${mail} is sent`);
}

async function main() {
  [1, 2].forEach(async (mail) => {
    await send(mail);
  });
  console.log('forEach is done');
  await sleep(200);
  for (const mail of [3]) await send(mail);
  console.log('for...of is done');
}

main();
