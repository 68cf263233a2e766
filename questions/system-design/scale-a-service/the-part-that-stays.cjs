/* ---
title: Adding replicas in front of one database
difficulty: medium
teaches: The part of the work that can't be spread limits the speed-up, so with 5 percent in one shared place, twenty replicas do the work of ten, and no number of replicas does the work of twenty.
expect:
  - '4 replicas: 3.5 times'
  - '20 replicas: 10.3 times'
  - '100 replicas: 16.8 times'
  - 'any number: below 20 times'
--- */
const shared = 0.05; // of each request, in a place that all replicas share

// Amdahl's law
const speedUp = (replicas) => 1 / (shared + (1 - shared) / replicas);

for (const replicas of [4, 20, 100]) {
  console.log(`${replicas} replicas: ${speedUp(replicas).toFixed(1)} times`);
}
console.log(`any number: below ${1 / shared} times`);
