/* ---
title: An error on its way to catch
difficulty: medium
teaches: A rejection takes one microtask to pass each link of a chain, even a link that has no handler for it.
expect:
  - first link runs
  - second link runs
  - err: "caught: no such user"
  - third link runs
--- */
Promise.reject(new Error('no such user'))
  .then(() => console.log('greet the user'))
  .then(() => console.log('load the orders'))
  .catch((error) => console.error(`caught: ${error.message}`));

Promise.resolve()
  .then(() => console.log('first link runs'))
  .then(() => console.log('second link runs'))
  .then(() => console.log('third link runs'));
