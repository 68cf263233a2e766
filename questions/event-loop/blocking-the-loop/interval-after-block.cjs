/* ---
title: An interval that missed its turns
difficulty: devilish
teaches: The runs that an interval misses while the thread is blocked are not made up for; it fires once, late, and continues from there.
expect:
  - beat 1
  - blocked for five beats
  - immediate
  - beat 2
  - 50 ms after the block
  - beat 3
--- */
let beat = 0;
const interval = setInterval(() => {
  beat += 1;
  console.log(`beat ${beat}`);
  if (beat === 3) clearInterval(interval);
  if (beat > 1) return;

  const end = Date.now() + 500;
  while (Date.now() < end);
  console.log('blocked for five beats');
  setTimeout(() => console.log('50 ms after the block'), 50);
  setImmediate(() => console.log('immediate'));
}, 100);
