/* ---
title: A pipeline with a failing test
difficulty: easy
teaches: Stages run in order and the jobs of one stage side by side; a failure lets the other jobs of the stage finish, and everything after the stage is skipped.
expect:
  - 'lint: passed'
  - 'unit tests: failed'
  - 'types: passed'
  - 'image: skipped'
  - 'deployment: skipped'
  - pipeline failed
  - exit: 1
--- */
const { setTimeout: work } = require('node:timers/promises');

const job = (name, ms, passes = true) => ({
  name,
  async run() {
    await work(ms);
    console.log(`${name}: ${passes ? 'passed' : 'failed'}`);
    return passes;
  },
});
const stages = [
  [job('types', 600), job('lint', 10), job('unit tests', 300, false)],
  [job('image', 10)],
  [job('deployment', 10)],
];

async function main() {
  let healthy = true;
  for (const jobs of stages) {
    if (!healthy) {
      for (const { name } of jobs) console.log(`${name}: skipped`);
      continue;
    }
    const results = await Promise.all(jobs.map((one) => one.run()));
    healthy = results.every(Boolean);
  }
  console.log(`pipeline ${healthy ? 'passed' : 'failed'}`);
  if (!healthy) process.exitCode = 1;
}
main();
