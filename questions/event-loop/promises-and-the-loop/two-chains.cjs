/* ---
title: Two chains side by side
difficulty: medium
teaches: Each then queues its microtask when the one before it has run, so two chains take turns.
expect:
  - boil water
  - grind coffee
  - warm the pot
  - heat the milk
  - tea is ready
  - coffee is ready
--- */
const say = (text) => () => console.log(text);

Promise.resolve()
  .then(say('boil water'))
  .then(say('warm the pot'))
  .then(say('tea is ready'));

Promise.resolve()
  .then(say('grind coffee'))
  .then(say('heat the milk'))
  .then(say('coffee is ready'));
