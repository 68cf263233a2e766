/* ---
title: Work in chunks, with setImmediate between them
difficulty: medium
teaches: With setImmediate between the chunks, the loop goes through its other phases, so other callbacks get their turn.
expect:
  - report part 1
  - request answered
  - report part 2
  - second request answered
  - report part 3
--- */
function report(part) {
  console.log(`report part ${part}`);
  if (part < 3) setImmediate(report, part + 1);
}

setImmediate(() => {
  console.log('request answered');
  setImmediate(() => console.log('second request answered'));
});
report(1);
