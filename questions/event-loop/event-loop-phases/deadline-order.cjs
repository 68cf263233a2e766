/* ---
title: Two timers that are both late
difficulty: medium
teaches: When two timers with different delays are late, the one with the earlier deadline runs first, not the one that was created first.
expect:
  - script ends after 220 ms
  - wanted after 20 ms
  - wanted after 200 ms
decoys:
  - 'script ends after 0 ms'
--- */
const start = Date.now();
setTimeout(() => console.log('wanted after 200 ms'), 200);
setTimeout(() => console.log('wanted after 20 ms'), 20);

while (Date.now() - start < 220);
console.log('script ends after 220 ms');
