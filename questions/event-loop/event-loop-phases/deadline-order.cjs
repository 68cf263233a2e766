/* ---
title: Two timers that are both late
difficulty: medium
teaches: Among timers that are due, the earlier deadline goes first, whatever the order in which they were created.
expect:
  - script ends after 220 ms
  - wanted after 20 ms
  - wanted after 200 ms
--- */
const start = Date.now();
setTimeout(() => console.log('wanted after 200 ms'), 200);
setTimeout(() => console.log('wanted after 20 ms'), 20);

while (Date.now() - start < 220);
console.log('script ends after 220 ms');
