/* ---
title: Listening to unhandledRejection, in an ES module
difficulty: hard
twinOf: handler-of-last-resort
teaches: In the body of an ES module microtasks run before ticks, but Node looks for rejections when both queues are empty, as in CommonJS.
expect:
  - script ends
  - promise job
  - tick
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
