/* ---
title: A job that takes longer than its lease
difficulty: devilish
teaches: When a lease runs out, the queue can't tell a slow worker from a dead one, so a job that always outlives its lease is done several times and still becomes a dead letter; a heartbeat that extends the lease keeps it with the first worker.
expect:
  - 'no heartbeat, 0 s: A starts'
  - 'no heartbeat, 30 s: B starts'
  - 'no heartbeat, 45 s: A has charged, too late to ack'
  - 'no heartbeat, 60 s: A starts'
  - 'no heartbeat, 75 s: B has charged, too late to ack'
  - 'no heartbeat, 90 s: a dead letter'
  - 'no heartbeat, 105 s: A has charged, too late to ack'
  - 'heartbeat, 0 s: A starts'
  - 'heartbeat, 45 s: A has charged, and acks'
--- */
const lease = 30; // seconds
const takes = 45;
const maxReceives = 3;

// A small model in which the second is a number, so nothing has to wait.
function simulate(name, heartbeat) {
  const job = { holder: undefined, leaseEnds: 0, receives: 0, gone: false };
  const busy = new Map(); // worker: the second at which it will be done
  for (let now = 0; now <= 120; now += 15) {
    const log = (text) => console.log(`${name}, ${now} s: ${text}`);
    if (heartbeat && busy.has(job.holder)) job.leaseEnds = now + lease;
    if (!job.gone && now >= job.leaseEnds) {
      job.holder = ['A', 'B'].find((worker) => !(busy.get(worker) > now));
      job.leaseEnds = now + lease;
      job.gone = ++job.receives > maxReceives;
      log(job.gone ? 'a dead letter' : `${job.holder} starts`);
      if (!job.gone) busy.set(job.holder, now + takes);
    }
    for (const [worker, done] of busy) {
      if (done !== now) continue;
      busy.delete(worker);
      const inTime = worker === job.holder && !job.gone;
      log(`${worker} has charged, ${inTime ? 'and acks' : 'too late to ack'}`);
      job.gone ||= inTime;
    }
  }
}

simulate('no heartbeat', false);
simulate('heartbeat', true);
