/* ---
title: An async function that computes for a while
difficulty: easy
teaches: The word async does not move anything to the background; the work still runs on the caller's stack.
expect:
  - call the report
  - report is computed
  - after the call
  - report is delivered
--- */
async function report() {
  const end = Date.now() + 30;
  while (Date.now() < end);
  console.log('report is computed');
}

console.log('call the report');
report().then(() => console.log('report is delivered'));
console.log('after the call');
