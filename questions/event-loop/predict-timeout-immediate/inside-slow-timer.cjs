/* ---
title: Timeout or immediate inside a slow timer
difficulty: devilish
teaches: A pass through the timers uses the time at which it began, so a timer created inside it waits for the next pass, and the check phase is before that.
expect:
  - outer timer starts
  - outer timer ends 20 ms later
  - immediate
  - timeout
--- */
setTimeout(() => {
  console.log('outer timer starts');
  setTimeout(() => console.log('timeout'), 0);
  setImmediate(() => console.log('immediate'));

  const start = Date.now();
  while (Date.now() - start < 20);
  console.log('outer timer ends 20 ms later');
}, 20);
