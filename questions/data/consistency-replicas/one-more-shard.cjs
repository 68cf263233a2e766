/* ---
title: From four shards to five
difficulty: hard
teaches: With hash modulo N almost every key belongs to another shard when N changes; rendezvous hashing moves only the keys that the new shard takes over.
expect:
  - "modulo: about 80 % move"
  - "rendezvous: about 20 % move"
--- */
const { createHash } = require('node:crypto');

const hash = (text) => createHash('sha256').update(text).digest().readUInt32BE(0);

const modulo = (key, shards) => hash(key) % shards;

// Each shard bids for the key; the highest bid wins.
function rendezvous(key, shards) {
  let best = 0;
  for (let shard = 1; shard < shards; shard++) {
    if (hash(`${shard}:${key}`) > hash(`${best}:${key}`)) best = shard;
  }
  return best;
}

const keys = Array.from({ length: 10_000 }, (_, index) => `user-${index}`);

for (const [name, place] of Object.entries({ modulo, rendezvous })) {
  const moved = keys.filter((key) => place(key, 4) !== place(key, 5)).length;
  const percent = Math.round((moved / keys.length) * 20) * 5;
  console.log(`${name}: about ${percent} % move`);
}
