/* ---
title: Quick queries behind two slow ones
difficulty: medium
teaches: With a pool of two, quick queries wait for slow ones to return a connection; the database reports them as fast, and only a measurement from the request's side shows the waiting.
expect:
  - 'slow 1 gets a connection'
  - 'slow 2 gets a connection'
  - 'quick waits in the queue'
  - 'slow 1 is done after 300 ms'
  - 'quick gets a connection'
  - 'quick: the database says 10 ms'
  - 'quick: the user says 310 ms'
--- */
// Virtual time, so that the numbers are the same in each run.
const events = [];
let now = 0;
const at = (time, run) => events.push({ time, run });
function runAll() {
  while (events.length > 0) {
    events.sort((a, b) => a.time - b.time);
    const { time, run } = events.shift();
    now = time;
    run();
  }
}

let free = 2;
const queue = [];
function query(name, duration, done) {
  const asked = now;
  const start = () => {
    free--;
    console.log(`${name} gets a connection`);
    const started = now;
    at(now + duration, () => {
      done?.(now - started, now - asked);
      free++;
      queue.shift()?.();
    });
  };
  if (free > 0) return start();
  console.log(`${name} waits in the queue`);
  queue.push(start);
}

query('slow 1', 300, (ms) => console.log(`slow 1 is done after ${ms} ms`));
query('slow 2', 500);
query('quick', 10, (inDatabase, inAll) => {
  console.log(`quick: the database says ${inDatabase} ms`);
  console.log(`quick: the user says ${inAll} ms`);
});
runAll();
