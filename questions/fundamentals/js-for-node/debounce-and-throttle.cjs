/* ---
title: A burst of calls, debounced and throttled
difficulty: hard
teaches: Debounce waits for a pause and runs the last call; throttle runs the first call and then ignores the others until the interval is over. Both are closures over a timer.
expect:
  - 'throttled: 1'
  - burst is over
  - 'debounced: 3'
  - 'throttled: 4'
  - 'debounced: 4'
--- */
function debounce(fn, wait) {
  let timer;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(fn, wait, ...args);
  };
}

function throttle(fn, interval) {
  let resting = false;
  return (...args) => {
    if (resting) return;
    resting = true;
    setTimeout(() => (resting = false), interval);
    fn(...args);
  };
}

const debounced = debounce((value) => {
  console.log(`debounced: ${value}`);
  if (value === 3) setTimeout(call, 100, 4); // a single call, much later
}, 100);
const throttled = throttle((value) => console.log(`throttled: ${value}`), 20);

function call(value) {
  throttled(value);
  debounced(value);
}
for (const value of [1, 2, 3]) call(value);
console.log('burst is over');
