/* ---
title: A bucket that nobody refills
difficulty: medium
teaches: A token bucket needs no timer; each request works out how many tokens have been added since the last one, and never more than the capacity.
expect:
  - "0 ms: pass, 2 left"
  - "0 ms, again: pass, 1 left"
  - "100 ms: pass, 0.2 left"
  - "200 ms: 429, 0.4 left"
  - "500 ms: pass, 0 left"
  - "an hour later: pass, 2 left"
--- */
const capacity = 3;
const perSecond = 2;

let bucket = { tokens: capacity, at: 0 };

function take(now) {
  const added = ((now - bucket.at) / 1000) * perSecond;
  const tokens = Math.min(capacity, bucket.tokens + added);
  const passes = tokens >= 1;
  bucket = { tokens: passes ? tokens - 1 : tokens, at: now };
  return `${passes ? 'pass' : '429'}, ${Number(bucket.tokens.toFixed(1))} left`;
}

console.log(`0 ms: ${take(0)}`);
console.log(`0 ms, again: ${take(0)}`);
console.log(`100 ms: ${take(100)}`);
console.log(`200 ms: ${take(200)}`);
console.log(`500 ms: ${take(500)}`);
console.log(`an hour later: ${take(3_600_000)}`);
