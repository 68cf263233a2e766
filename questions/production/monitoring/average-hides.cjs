/* ---
title: The average of a hundred requests
difficulty: easy
teaches: An average hides the slow requests that users complain about; a high percentile shows them.
expect:
  - 'mean: 30 ms'
  - 'p50: 10 ms'
  - 'p99: 1010 ms'
--- */
const { createHistogram } = require('node:perf_hooks');

const latency = createHistogram();
for (let request = 1; request <= 98; request++) latency.record(10);
latency.record(1010);
latency.record(1010);

console.log(`mean: ${latency.mean} ms`);
console.log(`p50: ${latency.percentile(50)} ms`);
console.log(`p99: ${latency.percentile(99)} ms`);
