/* ---
title: A small function and a big body
difficulty: hard
teaches: Closures created in the same scope share one scope object, so a small long-lived function keeps alive whatever any sibling closure uses, even if it never mentions it.
expect:
  - 'with a sibling that uses the body: still there'
  - 'without it: collected'
decoys:
  - 'with a sibling that uses the body: collected'
  - 'without it: still there'
--- */
require('node:v8').setFlagsFromString('--expose-gc');
const collect = require('node:vm').runInNewContext('gc');

function handleWithSibling() {
  const body = { text: 'x'.repeat(100_000) };
  const log = () => body.text.length; // used once, then dropped
  log();
  return { elapsed: () => Date.now(), seen: new WeakRef(body) };
}

function handleAlone() {
  const body = { text: 'x'.repeat(100_000) };
  return { elapsed: () => Date.now(), seen: new WeakRef(body) };
}

const one = handleWithSibling();
const two = handleAlone();
const longLived = [one.elapsed, two.elapsed]; // only these functions are kept on purpose
const state = ({ seen }) => (seen.deref() ? 'still there' : 'collected');

setTimeout(() => {
  collect();
  console.log(`with a sibling that uses the body: ${state(one)}`);
  console.log(`without it: ${state(two)}`);
  longLived.length = 0;
}, 10);
