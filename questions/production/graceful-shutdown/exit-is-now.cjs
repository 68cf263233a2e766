/* ---
title: What process.exit leaves out
difficulty: medium
teaches: process.exit runs the synchronous part of the exit listeners and nothing else; no finally, no nextTick, no microtask, no beforeExit.
expect:
  - cleaning up
  - exit listener starts
  - exit: 1
--- */
process.on('beforeExit', () => console.log('beforeExit'));
process.on('exit', async () => {
  console.log('exit listener starts');
  await null;
  console.log('exit listener ends');
});

try {
  console.log('cleaning up');
  process.nextTick(() => console.log('tick'));
  process.exit(1);
} finally {
  console.log('finally');
}
