/* ---
title: From half full to nearly full
difficulty: easy
teaches: Waiting time grows with the busy share divided by the idle share, so the step from 80 to 95 percent costs far more than the one from 0 to 80.
expect:
  - '50% busy: 20 ms'
  - '80% busy: 50 ms'
  - '90% busy: 100 ms'
  - '95% busy: 200 ms'
  - '99% busy: 1000 ms'
--- */
const serviceTime = 10; // ms of work in a request

// One worker, requests at random moments (the M/M/1 queue): mean time in the system.
const responseTime = (utilization) => serviceTime / (1 - utilization);

for (const percent of [50, 80, 90, 95, 99]) {
  console.log(`${percent}% busy: ${responseTime(percent / 100).toFixed(0)} ms`);
}
