/* ---
title: Work in chunks, with queueMicrotask between them
difficulty: hard
teaches: Microtasks never let the loop continue, so work that is split up with them blocks as much as one long function.
expect:
  - report part 1
  - report part 2
  - report part 3
  - request handled
  - second request handled
--- */
function report(part) {
  console.log(`report part ${part}`);
  if (part < 3) queueMicrotask(() => report(part + 1));
}

setImmediate(() => {
  console.log('request handled');
  setImmediate(() => console.log('second request handled'));
});
report(1);
