/* ---
title: From four shards to five
difficulty: hard
teaches: With hash modulo the number of shards, most keys move when a shard is added; when each key goes to the shard with its highest hash, only the new shard's share moves.
expect:
  - 'modulo: about 80% of the keys move'
  - 'highest hash: about 20% of the keys move'
  - 'moved to the new shard only: true'
--- */
const { createHash } = require('node:crypto');
const hash = (text) => createHash('sha256').update(text).digest().readUInt32BE(0);

const byModulo = (key, shards) => shards[hash(key) % shards.length];
// Rendezvous hashing; a ring (consistent hashing) has the same effect.
const byHighest = (key, shards) =>
  shards.reduce((best, shard) =>
    hash(`${shard}:${key}`) > hash(`${best}:${key}`) ? shard : best,
  );

const keys = Array.from({ length: 2000 }, (_, index) => `customer-${index}`);
const four = ['a', 'b', 'c', 'd'];
const five = [...four, 'e'];
const moved = (place) => keys.filter((key) => place(key, four) !== place(key, five));
const tenths = (part) => Math.round((part.length / keys.length) * 10) * 10;

console.log(`modulo: about ${tenths(moved(byModulo))}% of the keys move`);
console.log(`highest hash: about ${tenths(moved(byHighest))}% of the keys move`);
const toNew = moved(byHighest).every((key) => byHighest(key, five) === 'e');
console.log(`moved to the new shard only: ${toNew}`);
