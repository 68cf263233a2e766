/* ---
title: A cache that calls back now or later
difficulty: hard
teaches: A function that sometimes calls back immediately and sometimes later lets the same caller run in two orders; with a promise it is always later.
expect:
  - asks for the first time
  - has asked for the first time
  - "callback: value from disk"
  - asks for the second time
  - "callback: value from cache"
  - has asked for the second time
--- */
const cache = new Map();

function read(key, callback) {
  if (cache.has(key)) return callback('value from cache');
  setTimeout(() => {
    cache.set(key, true);
    callback('value from disk');
  }, 10);
}

function ask(time) {
  console.log(`asks for the ${time} time`);
  read('a', (value) => {
    console.log(`callback: ${value}`);
    if (time === 'first') ask('second');
  });
  console.log(`has asked for the ${time} time`);
}

ask('first');
