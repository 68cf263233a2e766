/* ---
title: A pipeline of generators
difficulty: medium
teaches: A chain of async generators has backpressure built in; no step produces its next item before the step after it asks for one.
expect:
  - make one
  - upper one
  - store ONE
  - make two
  - upper two
  - store TWO
  - done
--- */
import { pipeline } from 'node:stream/promises';

async function* make() {
  for (const part of ['one', 'two']) {
    console.log(`make ${part}`);
    yield part;
  }
}

async function* upper(source) {
  for await (const part of source) {
    console.log(`upper ${part}`);
    yield part.toUpperCase();
  }
}

async function store(source) {
  for await (const part of source) console.log(`store ${part}`);
}

await pipeline(make, upper, store);
console.log('done');
