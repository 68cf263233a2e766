/* ---
title: The last events of a failing process
difficulty: medium
teaches: Before it exits, Node still emits uncaughtExceptionMonitor and exit, but runs no more timers, microtasks or beforeExit listeners; the exit listener sees code 1.
expect:
  - script ends
  - "monitor: no connection, unhandledRejection"
  - "exit: 1 is coming"
  - uncaught: "Error: no connection"
  - exit: 1
--- */
process.on('beforeExit', () => console.log('beforeExit'));
process.on('exit', (code) => console.log(`exit: ${code} is coming`));
process.on('uncaughtExceptionMonitor', ({ message }, origin) => {
  console.log(`monitor: ${message}, ${origin}`);
});

setTimeout(() => console.log('timer'), 0);
Promise.reject(new Error('no connection'));
console.log('script ends');
