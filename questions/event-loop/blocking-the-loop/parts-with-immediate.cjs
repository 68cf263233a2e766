/* ---
title: Work in chunks, with setImmediate between them
difficulty: medium
teaches: With setImmediate between the chunks, the loop goes through its other phases, so other callbacks get their turn.
expect:
  - report part 1
  - request handled
  - report part 2
  - second request handled
  - report part 3
--- */
function report(part) {
  console.log(`report part ${part}`);
  if (part < 3) setImmediate(report, part + 1);
}

setImmediate(() => {
  console.log('request handled');
  setImmediate(() => console.log('second request handled'));
});
report(1);
