/* ---
title: A fifth shard, with a map of slots
difficulty: hard
teaches: With a fixed number of slots a key never changes its slot, so a new shard takes over whole slots and only their keys move; with hash modulo the number of shards most keys move.
expect:
  - 'modulo: about 80% of the keys move'
  - 'slots: about 20% of the keys move'
  - '200 of 1000 slots move, all to the new shard: true'
--- */
const { createHash } = require('node:crypto');

const slots = 1000; // Redis Cluster has 16,384
const hash = (text) => createHash('sha256').update(text).digest().readUInt32BE(0);
const slotOf = (key) => hash(key) % slots;

// The map says which shard has which slot. A new shard takes every fifth slot from the others.
const four = Array.from({ length: slots }, (_, slot) => slot % 4);
const five = four.map((shard, slot) => (slot % 5 === 4 ? 4 : shard));

const keys = Array.from({ length: 10_000 }, (_, index) => `user-${index}`);
const percent = (moves) => Math.round((keys.filter(moves).length / keys.length) * 20) * 5;

console.log(`modulo: about ${percent((key) => hash(key) % 4 !== hash(key) % 5)}% of the keys move`);
console.log(`slots: about ${percent((key) => four[slotOf(key)] !== five[slotOf(key)])}% of the keys move`);
const taken = five.filter((shard, slot) => shard !== four[slot]);
console.log(`${taken.length} of ${slots} slots move, all to the new shard: ${taken.every((shard) => shard === 4)}`);
