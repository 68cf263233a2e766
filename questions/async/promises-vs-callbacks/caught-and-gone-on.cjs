/* ---
title: What runs after a catch
difficulty: easy
teaches: A catch that returns normally recovers from the failure; the chain continues with the value it returned.
expect:
  - load fails
  - "catch: no connection"
  - "then: an empty list"
  - finally
--- */
Promise.resolve()
  .then(() => {
    console.log('load fails');
    throw new Error('no connection');
  })
  .then(() => console.log('show the list'))
  .catch((error) => {
    console.log(`catch: ${error.message}`);
    return 'an empty list';
  })
  .then((list) => console.log(`then: ${list}`))
  .finally(() => console.log('finally'));
