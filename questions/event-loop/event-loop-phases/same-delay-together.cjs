/* ---
title: Three timers that are all late
difficulty: devilish
teaches: Node keeps timers with the same delay in one list and runs everything that is due in it before it moves on, so late timers are not strictly sorted by deadline.
expect:
  - script ends after 250 ms
  - due at 50
  - due at 200
  - due at 100
--- */
const compute = (ms) => {
  const start = Date.now();
  while (Date.now() - start < ms);
};

setTimeout(() => console.log('due at 50'), 50);
setTimeout(() => console.log('due at 100'), 100);
compute(150);
setTimeout(() => console.log('due at 200'), 50);
compute(100);
console.log('script ends after 250 ms');
