/* ---
title: Listening to unhandledRejection
difficulty: medium
teaches: A listener for unhandledRejection replaces the crash, so the process carries on and exits with code 0; it runs when the microtask queue has drained.
expect:
  - script ends
  - tick
  - promise job
  - "unhandled: no connection"
  - immediate
  - "exit with code 0"
--- */
process.on('exit', (code) => console.log(`exit with code ${code}`));
process.on('unhandledRejection', (reason) => console.log(`unhandled: ${reason.message}`));

Promise.reject(new Error('no connection'));
setImmediate(() => console.log('immediate'));
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('promise job'));
console.log('script ends');
