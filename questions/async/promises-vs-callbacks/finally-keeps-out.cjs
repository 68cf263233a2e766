/* ---
title: What can a finally change?
difficulty: hard
teaches: finally gets no value, and what it returns is dropped; but an error that it throws replaces the result, even a good one.
expect:
  - "first finally gets: 0 arguments"
  - "after the first finally: soup"
  - second finally throws
  - "after the second finally: Error: pot is broken"
--- */
Promise.resolve('soup')
  .finally((...args) => {
    console.log(`first finally gets: ${args.length} arguments`);
    return 'salad';
  })
  .then((dish) => {
    console.log(`after the first finally: ${dish}`);
    return dish;
  })
  .finally(() => {
    console.log('second finally throws');
    throw new Error('pot is broken');
  })
  .then(
    (dish) => console.log(`after the second finally: ${dish}`),
    (error) => console.log(`after the second finally: ${error}`),
  );
