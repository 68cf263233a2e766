/* ---
title: What mock.fn remembers
difficulty: easy
teaches: mock.fn records arguments, results and errors of each call; a one-time implementation is used up by the next call, and a reset forgets the calls but not the implementation.
expect:
  - "calls: 2"
  - "second: 3 and 4 gave 7"
  - "once: 100"
  - "then: 3"
  - "after the reset: 0 calls, still 5"
--- */
const { mock } = require('node:test');

const add = mock.fn((a, b) => a + b);

add(1, 2);
add(3, 4);
console.log(`calls: ${add.mock.callCount()}`);
const [, second] = add.mock.calls;
console.log(`second: ${second.arguments.join(' and ')} gave ${second.result}`);

add.mock.mockImplementationOnce(() => 100);
console.log(`once: ${add(1, 2)}`);
console.log(`then: ${add(1, 2)}`);

add.mock.resetCalls();
const calls = add.mock.callCount();
console.log(`after the reset: ${calls} calls, still ${add(2, 3)}`);
