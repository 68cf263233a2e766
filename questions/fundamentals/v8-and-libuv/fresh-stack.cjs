/* ---
title: Calling itself forever, with and without the loop
difficulty: medium
teaches: The stack belongs to the engine and overflows; a callback of the event loop starts on an empty stack, so the same recursion through setImmediate does not grow it.
expect:
  - "direct: RangeError"
  - "through the loop: 500 calls"
--- */
function direct() {
  direct();
}

function throughTheLoop(calls) {
  if (calls === 500) console.log(`through the loop: ${calls} calls`);
  else setImmediate(throughTheLoop, calls + 1);
}

throughTheLoop(0);
try {
  direct();
} catch (error) {
  console.log(`direct: ${error.name}`);
}
