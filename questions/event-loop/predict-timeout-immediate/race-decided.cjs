/* ---
title: The race, decided by the script itself
difficulty: hard
teaches: A timer that is already due when the loop starts runs before the first check phase, every time.
expect:
  - script ends 20 ms later
  - timeout
  - immediate
--- */
setImmediate(() => console.log('immediate'));
setTimeout(() => console.log('timeout'), 0);

const start = Date.now();
while (Date.now() - start < 20);
console.log('script ends 20 ms later');
