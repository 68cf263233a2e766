/* ---
title: A then without return
difficulty: medium
teaches: A chain waits for a promise only if the handler returns it; without the return the next handler runs immediately and gets undefined.
expect:
  - "without return: undefined"
  - row is written
  - "with return: saved"
--- */
const { setTimeout: sleep } = require('node:timers/promises');

const save = () => sleep(50, 'saved');

Promise.resolve()
  .then(() => {
    save().then(() => console.log('row is written'));
  })
  .then((result) => console.log(`without return: ${result}`));

Promise.resolve()
  .then(() => {
    return save();
  })
  .then((result) => sleep(50, result))
  .then((result) => console.log(`with return: ${result}`));
