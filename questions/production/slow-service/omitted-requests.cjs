/* ---
title: A load test that waits politely
difficulty: hard
teaches: A client that sends the next request only after the last response sends none during a stall, so its percentiles hide it; measure from the moment at which a request was due.
expect:
  - 'measured from sending, p99: 1 ms'
  - 'measured from when it was due, p99: 910 ms'
  - 'requests slower than 100 ms: 1, in truth 100'
--- */
// A request is due every 10 ms; the server takes 1 ms, but one request stalls for a second.
const due = Array.from({ length: 1000 }, (_, index) => index * 10);
const serverTime = (index) => (index === 500 ? 1000 : 1);

let now = 0;
const fromSending = [];
const fromDue = [];
due.forEach((time, index) => {
  const sent = Math.max(now, time); // waits for the response before it
  now = sent + serverTime(index);
  fromSending.push(now - sent);
  fromDue.push(now - time);
});

const p99 = (values) => values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1];
const slow = (values) => values.filter((value) => value > 100).length;

console.log(`measured from sending, p99: ${p99(fromSending)} ms`);
console.log(`measured from when it was due, p99: ${p99(fromDue)} ms`);
console.log(`requests slower than 100 ms: ${slow(fromSending)}, in truth ${slow(fromDue)}`);
