/* ---
title: Three per second, across a window boundary
difficulty: easy
teaches: A fixed window starts from zero at each boundary, so twice the limit fits into a moment around it; a sliding log looks back a full second from each request.
expect:
  - "900 ms: fixed allows 3, sliding allows 3"
  - "1000 ms: fixed allows 3, sliding allows 0"
  - "1950 ms: fixed allows 0, sliding allows 3"
  - "most within 100 ms: fixed 6, sliding 3"
--- */
const limit = 3;
const span = 1000;

const windows = new Map();
function fixed(now) {
  const window = Math.floor(now / span);
  const count = windows.get(window) ?? 0;
  if (count >= limit) return false;
  windows.set(window, count + 1);
  return true;
}

let log = [];
function sliding(now) {
  log = log.filter((time) => now - time < span);
  if (log.length >= limit) return false;
  log.push(now);
  return true;
}

const passed = { fixed: [], sliding: [] };
for (const now of [900, 1000, 1950]) {
  const before = [passed.fixed.length, passed.sliding.length];
  for (let request = 1; request <= 3; request++) {
    if (fixed(now)) passed.fixed.push(now);
    if (sliding(now)) passed.sliding.push(now);
  }
  const f = passed.fixed.length - before[0];
  const s = passed.sliding.length - before[1];
  console.log(`${now} ms: fixed allows ${f}, sliding allows ${s}`);
}

const most = (times) =>
  Math.max(...times.map((from) => times.filter((time) => time >= from && time <= from + 100).length));
console.log(`most within 100 ms: fixed ${most(passed.fixed)}, sliding ${most(passed.sliding)}`);
