/* ---
title: When the loop ends
difficulty: medium
teaches: The loop keeps running while something referenced is pending; an unref'd timer does not count.
expect:
  - script ends
  - immediate
  - nothing left to wait for
  - one more immediate
  - process exits
--- */
setTimeout(() => console.log('timer after a minute'), 60_000).unref();
setImmediate(() => console.log('immediate'));

process.once('beforeExit', () => {
  console.log('nothing left to wait for');
  setImmediate(() => console.log('one more immediate'));
});
process.on('exit', () => console.log('process exits'));
console.log('script ends');
