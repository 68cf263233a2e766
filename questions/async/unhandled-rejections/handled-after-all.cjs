/* ---
title: Unhandled, then handled after all
difficulty: devilish
teaches: A handler that is added in a later phase does run, but Node has already reported the rejection and can only take that back with rejectionHandled.
expect:
  - script ends
  - "unhandledRejection: no rows"
  - "late catch: no rows, at last"
  - "rejectionHandled for the same promise: true"
--- */
process.on('unhandledRejection', (reason, promise) => {
  console.log(`unhandledRejection: ${reason.message}`);
  setImmediate(() => {
    promise.catch(({ message }) => console.log(`late catch: ${message}, at last`));
  });
});
process.on('rejectionHandled', (promise) => {
  console.log(`rejectionHandled for the same promise: ${promise === rows}`);
});

const rows = Promise.reject(new Error('no rows'));
console.log('script ends');
