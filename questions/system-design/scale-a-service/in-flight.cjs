/* ---
title: How many requests are in flight?
difficulty: medium
teaches: By Little's law the number in flight is throughput times latency, whatever the order of arrival; so a dependency that becomes ten times slower needs ten times the connections for the same throughput.
expect:
  - 'counted in the simulation: 20'
  - 'by the formula: 20'
  - 'dependency ten times slower: 200'
  - 'with a pool of 50: 25 of 100 requests per second get through'
--- */
// Virtual time in ms: 100 requests a second for a minute, each takes 200 ms.
function averageInFlight(perSecond, latency, duration = 60_000) {
  const gap = 1000 / perSecond;
  let busy = 0;
  for (let start = 0; start < duration; start += gap) {
    busy += Math.min(start + latency, duration) - start;
  }
  return busy / duration;
}

console.log(`counted in the simulation: ${averageInFlight(100, 200).toFixed(0)}`);
console.log(`by the formula: ${100 * 0.2}`);
console.log(`dependency ten times slower: ${100 * 2}`);

const pool = 50;
const latency = 2; // seconds
console.log(`with a pool of ${pool}: ${pool / latency} of 100 requests per second get through`);
