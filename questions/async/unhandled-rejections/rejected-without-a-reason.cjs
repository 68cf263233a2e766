/* ---
title: Rejected with a string
difficulty: devilish
teaches: A reason that is not an Error reaches an unhandledRejection listener as it is; uncaughtException gets an Error that Node wraps around it, with the code ERR_UNHANDLED_REJECTION.
expect:
  - script ends
  - "is an Error: true"
  - "code: ERR_UNHANDLED_REJECTION"
  - "origin: unhandledRejection"
--- */
process.on('uncaughtException', (error, origin) => {
  console.log(`is an Error: ${error instanceof Error}`);
  console.log(`code: ${error.code}`);
  console.log(`origin: ${origin}`);
});

Promise.reject('out of stock');
console.log('script ends');
