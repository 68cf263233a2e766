/* ---
title: A timer that is due while the script still runs
difficulty: easy
teaches: The loop starts when the whole script has run, so even a timer that has long been due waits for the last line.
expect:
  - script starts
  - script ends 30 ms later
  - timer callback
--- */
console.log('script starts');
setTimeout(() => console.log('timer callback'), 0);

const start = Date.now();
while (Date.now() - start < 30);
console.log('script ends 30 ms later');
