/* ---
title: A cache that only grows, and one that evicts
difficulty: easy
teaches: A Map that is used as a cache keeps every key it has ever seen. Deleting the oldest entry when it is full is one line, and a Map iterates in insertion order.
expect:
  - "unlimited: 1000 entries"
  - "limited: 100 entries"
  - "user 1: cached, evicted"
  - "user 1000: cached, cached"
--- */
const unlimited = new Map();
const limited = new Map();

function remember(cache, key, value, limit = Infinity) {
  if (cache.size >= limit) cache.delete(cache.keys().next().value);
  cache.set(key, value);
}

for (let user = 1; user <= 1000; user++) {
  remember(unlimited, user, { user });
  remember(limited, user, { user }, 100);
}

const state = (cache, user) => (cache.has(user) ? 'cached' : 'evicted');
console.log(`unlimited: ${unlimited.size} entries`);
console.log(`limited: ${limited.size} entries`);
for (const user of [1, 1000]) {
  console.log(`user ${user}: ${state(unlimited, user)}, ${state(limited, user)}`);
}
