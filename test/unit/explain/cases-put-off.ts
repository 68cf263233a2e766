import type { Case } from './cases.ts';

/** Timers and immediates that are put off: without that, or before that, they would be called too. */
export const casesPutOff: readonly Case[] = [
  {
    name: 'a timer that an operation refreshes',
    code: `const { stat } = require('node:fs');
const idle = setTimeout(() => console.log('idle'), 400);
stat('.', () => { console.log('activity'); idle.refresh(); });`,
    lines: ['activity: poll', 'idle: timers'],
    pairs: ['put-off-in-time unknown'],
    says: /`setTimeout` callback on line 2 \(400 ms, refreshed\) was already waiting\. Its delay was restarted only later\. Whether it can be called before/,
  },
  {
    name: 'a timer that is cleared and set anew',
    code: `const { stat } = require('node:fs');
let timer;
const touch = (name) => {
  console.log(name);
  clearTimeout(timer);
  timer = setTimeout(() => console.log('idle'), 400);
};
touch('script');
stat('.', () => touch('activity'));`,
    lines: ['script: main', 'activity: poll', 'idle: timers'],
    pairs: ['[a-z-]+ certain', 'put-off-in-time unknown'],
    says: /`setTimeout` callback on line 6 \(400 ms\) was already waiting\. It was cleared later and scheduled again\./,
  },
  {
    name: 'an immediate that is cleared and scheduled again with the same function',
    code: `const { stat } = require('node:fs');
const flush = () => console.log('flush');
let next = setImmediate(flush);
stat('.', () => {
  console.log('change');
  clearImmediate(next);
  next = setImmediate(flush);
});
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);`,
    lines: ['change: poll', 'flush: check'],
    pairs: ['put-off-in-time race'],
    says: /`setImmediate` callback on line 3 was already waiting\. It was cleared later, and the `setImmediate` callback on line 7 was scheduled in its place\. In another run, the `setImmediate` callback on line 3 may be called before/,
  },
  {
    name: 'an immediate that is cleared, and another one with a function of its own',
    code: `const { stat } = require('node:fs');
const next = setImmediate(() => console.log('never'));
stat('.', () => {
  console.log('change');
  clearImmediate(next);
  setImmediate(() => console.log('instead'));
});
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);`,
    lines: ['change: poll', 'instead: check'],
    pairs: ['callback-first certain'],
  },
  {
    name: 'a timer that shorter ones put off, which always come first',
    code: `let timer;
const touch = (name) => {
  console.log(name);
  clearTimeout(timer);
  timer = setTimeout(() => console.log('idle'), 900);
};
touch('script');
setTimeout(touch, 5, 'first');
setTimeout(touch, 40, 'second');`,
    lines: ['script: main', 'first: timers', 'second: timers', 'idle: timers'],
    pairs: ['script-first certain', '[a-z-]+ certain', 'callback-first certain'],
    apart: [[1, 3, '[a-z-]+ certain']],
  },
  {
    name: 'the idle timeout of a server, which is no event of the socket',
    code: `const http = require('node:http');
const server = http.createServer((request, response) => {
  console.log('request');
  setTimeout(() => response.end('text'), 900);
});
server.setTimeout(300, () => console.log('idle'));
server.listen(0, () => {
  http.get({ port: server.address().port, agent: false }, (response) => {
    response.resume().on('close', () => server.close());
  });
});`,
    lines: ['request: poll', 'idle: timers'],
    pairs: ['put-off-in-time unknown'],
    says: /a timer of Node\.js itself \(line 7\) was already waiting/,
    never: /events of one source|callback of Node\.js itself/,
  },
  {
    name: 'a warning that Node.js prints when the queues after a timer are empty',
    code: `process.on('unhandledRejection', () => {});
const rejected = Promise.reject(new Error('late'));
setTimeout(() => {
  rejected.catch(() => {});
  queueMicrotask(() => console.log('microtask'));
}, 10);`,
    lines: [
      'microtask: microtask',
      '(node:pid) PromiseRejectionHandledWarning: Promise rejection was handled asynchronously (rejection id: 1): nextTick',
      '(Use `node --trace-warnings ...` to show where the warning was created): nextTick',
    ],
    pairs: ['queued-later certain', 'one-after-the-other certain'],
    says: /was not in its queue yet: Node\.js put it there afterward/,
    never: /was due/,
  },
  {
    name: 'what racing callbacks collected, and a loop that schedules something for each',
    code: `const { stat } = require('node:fs');
const log = [];
function finish() {
  for (const name of log) {
    process.nextTick(() => console.log('tick', name));
    setImmediate(() => console.log('immediate', name));
  }
  for (const text of ['one', 'two']) process.nextTick(() => console.log('literal', text));
  log.map(async (name) => {
    await null;
    await new Promise(setImmediate);
    console.log('mapped', name);
  });
}
stat('.', () => {
  log.push('a');
  setTimeout(() => { log.push('b'); finish(); }, 400);
});
setTimeout(() => log.push('c'), 200);`,
    lines: [
      'tick a: nextTick',
      'tick c: nextTick',
      'tick b: nextTick',
      'literal one: nextTick',
      'literal two: nextTick',
      'immediate a: check',
      'immediate c: check',
      'immediate b: check',
      'mapped a: microtask',
      'mapped c: microtask',
      'mapped b: microtask',
    ],
    pairs: [
      'scheduled-as-collected unknown',
      'scheduled-as-collected unknown',
      'ticks-in-order certain',
      'ticks-in-order certain',
      'queues-between-callbacks certain',
      'scheduled-as-collected unknown',
      'scheduled-as-collected unknown',
      '[a-z-]+ certain',
      'scheduled-as-collected unknown',
      'scheduled-as-collected unknown',
    ],
    says: /which scheduled something for each with the same call in the code.* If that order depends on other callbacks/,
  },
];
