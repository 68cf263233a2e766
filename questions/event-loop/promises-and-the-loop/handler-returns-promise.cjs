/* ---
title: A handler that returns a promise
difficulty: hard
teaches: A promise that is resolved with another promise settles two microtasks later than one that is resolved with a plain value.
expect:
  - waiter asks the kitchen
  - guest talks
  - guest laughs
  - guest waits
  - waiter brings soup
  - guest eats
--- */
Promise.resolve()
  .then(() => {
    console.log('waiter asks the kitchen');
    return Promise.resolve('soup');
  })
  .then((dish) => console.log(`waiter brings ${dish}`));

Promise.resolve()
  .then(() => console.log('guest talks'))
  .then(() => console.log('guest laughs'))
  .then(() => console.log('guest waits'))
  .then(() => console.log('guest eats'));
