import { compute } from './compute.ts';
import { feederCases } from './recorded-feeders.ts';
import { leftBehindCases } from './recorded-left-behind.ts';
import { oneGoCases } from './recorded-one-go.ts';
import { threadCases } from './recorded-threads.ts';
import type { RecordedCase } from './recorded-one-go.ts';

const log = (text: string) => `() => console.log('${text}')`;

export const recordedCases: readonly RecordedCase[] = [
  ...oneGoCases,
  ...feederCases,
  ...threadCases,
  ...leftBehindCases,

  // Endings.
  {
    rule: 'exit-is-last',
    code: `process.on('exit', ${log('b')});\nsetImmediate(${log('a')});`,
    lines: ['a', 'b'],
    says: /`setImmediate` callback on line 2 had already run/,
  },
  {
    rule: 'error-is-told-last',
    code: `process.on('exit', ${log('a')});\nsetImmediate(() => { throw new Error('b'); });`,
    lines: ['a', 'Error: b'],
    says: /is above it/,
  },
  {
    rule: 'before-exit-when-empty',
    code: `process.on('beforeExit', ${log('b')});\nsetImmediate(${log('a')});`,
    lines: ['a', 'b'],
    says: /loop was not empty/,
  },
  {
    rule: 'rejections-when-queues-are-empty',
    code: `process.on('unhandledRejection', ${log('b')});\nPromise.reject(new Error());\nqueueMicrotask(${log('a')});`,
    lines: ['a', 'b'],
    says: /`queueMicrotask` callback on line 3 ran before that/,
  },
  {
    rule: 'uncaught-at-once',
    code: `process.on('uncaughtException', ${log('b')});\nsetImmediate(() => {\n  console.log('a');\n  throw new Error();\n});`,
    lines: ['a', 'b'],
    says: /before the error left the code/,
  },

  // Causes.
  {
    rule: 'late-timer',
    code: `setTimeout(${log('b')}, 1);\n${compute(60)}\nconsole.log('a');`,
    lines: ['a', 'b'],
    says: /kept the main thread busy until \d+ ms/,
  },
  {
    rule: 'await-lets-go',
    code: "(async () => {\n  await null;\n  console.log('b');\n})();\nconsole.log('a');",
    lines: ['a', 'b'],
    says: /reached the `await` on line 2/,
  },
  {
    rule: 'script-first',
    code: `process.nextTick(${log('b')});\nconsole.log('a');`,
    lines: ['a', 'b'],
    says: /`process.nextTick` callback on line 1 was scheduled by the script/,
  },
  {
    rule: 'interval-again',
    code: "let n = 0;\nconst i = setInterval(() => {\n  console.log('beat ' + ++n);\n  if (n === 2) clearInterval(i);\n}, 20);",
    lines: ['beat 1', 'beat 2'],
    says: /`setInterval` callback on line 2 \(every 20 ms\)/,
  },
  {
    rule: 'same-source-in-order',
    code: "const { port1, port2 } = new MessageChannel();\nport2.onmessage = ({ data }) => {\n  console.log(data);\n  if (data === 'b') port2.close();\n};\nport1.postMessage('a');\nport1.postMessage('b');",
    lines: ['a', 'b'],
    says: /piece by piece, in order/,
  },
  {
    rule: 'chain-waits',
    code: `Promise.resolve().then(${log('a')})\n  .then(${log('b')});`,
    lines: ['a', 'b'],
    says: /`then` callback on line 2 waited for a promise that the `then` callback on line 1 settled/,
  },
  {
    rule: 'callback-first',
    code: `setImmediate(() => {\n  process.nextTick(${log('b')});\n  console.log('a');\n});`,
    lines: ['a', 'b'],
    says: /was scheduled by the `setImmediate` callback on line 1/,
  },
  {
    rule: 'one-led-to-the-other',
    code: `setImmediate(() => {\n  console.log('a');\n  process.nextTick(() => setImmediate(${log('b')}));\n});`,
    lines: ['a', 'b'],
    says: /which set it off/,
  },

  // Queues.
  {
    rule: 'ticks-in-order',
    code: `process.nextTick(${log('a')});\nprocess.nextTick(${log('b')});`,
    lines: ['a', 'b'],
    says: /before the `process.nextTick` callback on line 2/,
  },
  {
    rule: 'ticks-before-promise-jobs',
    code: `queueMicrotask(${log('b')});\nprocess.nextTick(${log('a')});`,
    lines: ['a', 'b'],
    says: /`process.nextTick` callback on line 2 was waiting in the nextTick queue/,
  },
  {
    rule: 'module-jobs-before-ticks',
    kind: 'mjs',
    code: `process.nextTick(${log('b')});\nqueueMicrotask(${log('a')});`,
    lines: ['a', 'b'],
    says: /CommonJS file it would be the other way around/,
  },
  {
    rule: 'tick-waits-for-jobs',
    code: `queueMicrotask(() => process.nextTick(${log('b')}));\nqueueMicrotask(${log('a')});`,
    lines: ['a', 'b'],
    says: /was scheduled by the `queueMicrotask` callback on line 1/,
  },
  {
    rule: 'resolved-with-a-promise',
    code: `Promise.resolve().then(() => Promise.resolve())\n  .then(${log('b')});\nPromise.resolve().then(() => {})\n  .then(${log('a')});`,
    lines: ['a', 'b'],
    says: /resolved with another promise/,
  },
  {
    rule: 'await-of-a-thenable',
    code: `async function f(value, text) {\n  await value;\n  console.log(text);\n}\nf({ then: (done) => done() }, 'b');\nf(null, 'a');`,
    lines: ['a', 'b'],
    says: /not a native promise/,
  },
  {
    rule: 'jobs-in-order',
    code: `Promise.resolve().then(${log('a')});\nqueueMicrotask(${log('b')});`,
    lines: ['a', 'b'],
    says: /`then` callback on line 1 was put there before the `queueMicrotask` callback on line 2/,
  },
  {
    rule: 'chains-take-turns',
    code: `Promise.resolve().then(() => {})\n  .then(${log('b')});\nPromise.resolve().then(${log('a')});`,
    lines: ['a', 'b'],
    says: /still had to wait for the `then` callback on line 1/,
  },
  {
    rule: 'queued-later',
    code: `process.nextTick(${log('a')});\nqueueMicrotask(() => process.nextTick(() => queueMicrotask(${log('b')})));`,
    lines: ['a', 'b'],
    says: /was not in its queue yet/,
  },

  // The loop.
  {
    rule: 'queues-before-the-loop',
    code: `setImmediate(${log('b')});\nqueueMicrotask(${log('a')});`,
    lines: ['a', 'b'],
    says: /called by the event loop, which continues only when both/,
  },
  {
    rule: 'queues-between-callbacks',
    code: `setImmediate(() => process.nextTick(${log('a')}));\nsetImmediate(${log('b')});`,
    lines: ['a', 'b'],
    says: /after the `setImmediate` callback on line 1/,
  },
  {
    rule: 'same-delay-in-order',
    code: `setTimeout(${log('a')}, 1);\nsetTimeout(${log('b')}, 0);`,
    lines: ['a', 'b'],
    says: /Both have a delay of 1 ms/,
  },
  {
    rule: 'same-delay-together',
    code: `setTimeout(() => {}, 50);\nsetTimeout(${log('b')}, 100);\n${compute(120)}\nsetTimeout(${log('a')}, 50);\n${compute(400)}`,
    lines: ['a', 'b'],
    says: /list of 50 ms/,
  },
  {
    rule: 'earlier-deadline',
    // So far apart that no busy machine turns them, also when it stalls between the two calls.
    code: `setTimeout(${log('b')}, 500);\nsetTimeout(${log('a')}, 20);`,
    lines: ['a', 'b'],
    says: /due \d+ ms after the start/,
  },
  {
    rule: 'immediate-before-timer-after-io',
    code: `require('fs').stat('.', () => {\n  setTimeout(${log('b')}, 0);\n  setImmediate(${log('a')});\n});`,
    lines: ['a', 'b'],
    says: /poll phase/,
  },
  {
    rule: 'immediate-before-new-timer',
    code: `setTimeout(() => {\n  setTimeout(${log('b')}, 0);\n  setImmediate(${log('a')});\n}, 1);`,
    lines: ['a', 'b'],
    says: /scheduled in the timers phase/,
  },
  {
    rule: 'check-phase-goes-on',
    code: `setImmediate(() => setTimeout(${log('b')}, 0));\nsetImmediate(${log('a')});`,
    lines: ['a', 'b'],
    says: /waiting in that same phase/,
  },
  {
    rule: 'timer-is-not-due',
    code: `setTimeout(${log('b')}, 300);\nsetImmediate(${log('a')});`,
    lines: ['a', 'b'],
    says: /waits for at least 300 ms/,
  },
  {
    rule: 'due-timer-first',
    code: `setImmediate(${log('b')});\nsetTimeout(${log('a')}, 0);\n${compute(150)}`,
    lines: ['a', 'b'],
    says: /was already due/,
  },
  {
    rule: 'immediates-in-order',
    code: `setImmediate(${log('a')});\nsetImmediate(${log('b')});`,
    lines: ['a', 'b'],
    says: /was scheduled before/,
  },
  {
    rule: 'immediate-next-turn',
    code: `setImmediate(() => setImmediate(${log('b')}));\nsetImmediate(${log('a')});`,
    lines: ['a', 'b'],
    says: /turn 1 of the loop .* turn 2/,
  },
  {
    rule: 'close-is-last-in-a-turn',
    code: `require('fs').stat('.', () => {\n  const socket = require('net').connect(9, '127.0.0.1');\n  socket.on('close', ${log('b')});\n  socket.destroy();\n  setImmediate(${log('a')});\n});`,
    lines: ['a', 'b'],
    says: /the last phase/,
  },
  {
    rule: 'close-before-next-timers',
    code: `require('fs').stat('.', () => {\n  setTimeout(${log('b')}, 0);\n  const socket = require('net').connect(9, '127.0.0.1');\n  socket.on('close', ${log('a')});\n  socket.destroy();\n});`,
    lines: ['a', 'b'],
    says: /after the close callbacks/,
  },
  {
    rule: 'check-before-next-poll',
    code: `const fs = require('fs');\nfs.stat('.', () => {\n  setImmediate(${log('a')});\n  setTimeout(() => {}, 0);\n  fs.access('.', ${log('b')});\n});`,
    lines: ['a', 'b'],
    says: /comes before the next poll phase/,
  },
  {
    rule: 'made-later',
    code: `const fs = require('fs');\nsetImmediate(${log('a')});\nsetTimeout(() => fs.stat('.', ${log('b')}), 300);`,
    lines: ['a', 'b'],
    says: /had not been scheduled yet/,
  },

  // Lines and threads.
  {
    rule: 'line-without-a-break',
    code: "process.stderr.write('b');\nsetImmediate(() => console.log('a'));",
    lines: ['a', 'b'],
    says: /The script wrote this text without a line break/,
  },
  {
    rule: 'waits-for-a-process',
    code: "console.log('a');\nrequire('child_process').spawnSync('echo', ['b'], { stdio: 'inherit' });",
    lines: ['a', 'b'],
    says: /waited for it/,
  },
  {
    rule: 'worker-starts-later',
    code: "console.log('a');\nnew (require('worker_threads').Worker)(\"console.log('b')\", { eval: true });",
    lines: ['a', 'b'],
    says: /before the program started a worker/,
  },
  {
    rule: 'worker-output-is-passed-on',
    code: "new (require('worker_threads').Worker)(\"console.log('b')\", { eval: true });\nprocess.nextTick(() => console.log('a'));",
    lines: ['a', 'b'],
    says: /passed on by the main thread/,
  },
  {
    rule: 'worker-prints-in-order',
    code: `const { Worker } = require('worker_threads');\nnew Worker("console.log('a'); console.log('b');", { eval: true });`,
    lines: ['a', 'b'],
    says: /has no callbacks and waits for nothing/,
  },
  {
    rule: 'process-starts-later',
    code: "console.log('a');\nrequire('child_process').spawn('echo', ['b'], { stdio: 'inherit' });",
    lines: ['a', 'b'],
    says: /before the program started a process/,
  },
  {
    rule: 'child-closes-last',
    code: `const child = require('child_process').spawn('echo', ['x']);\nchild.on('exit', ${log('a')});\nchild.on('close', ${log('b')});`,
    lines: ['a', 'b'],
    says: /comes after `exit`/,
  },
  {
    rule: 'imports-run-first',
    kind: 'mjs',
    code: "console.log('b');\nimport 'data:text/javascript,console.log(\"a\")';",
    lines: ['a', 'b'],
    says: /wherever they are written in it/,
  },

  // Rejections.
  {
    rule: 'rejections-in-order',
    code: "process.on('unhandledRejection', (reason) => console.log(reason));\nPromise.reject('a');\nPromise.reject('b');",
    lines: ['a', 'b'],
    says: /in the order in which that happened/,
  },
  {
    rule: 'before-exit-again',
    code: "let runs = 0;\nprocess.on('beforeExit', () => {\n  console.log(['a', 'b'][runs]);\n  if (++runs === 1) setImmediate(() => {});\n});",
    lines: ['a', 'b'],
    says: /emitted once more/,
  },

  // Detours.
  {
    rule: 'import-takes-jobs',
    code: `import('node:os').then(${log('b')});\nPromise.resolve().then(${log('a')});`,
    lines: ['a', 'b'],
    says: /finds, loads, links and evaluates/,
  },
  {
    rule: 'resolved-with-a-thenable',
    code: `Promise.resolve({ then: (done) => done() }).then(${log('b')});\nPromise.resolve().then(${log('a')});`,
    lines: ['a', 'b'],
    says: /another object that has a `then` method/,
  },

  {
    rule: 'rejections-before-queues',
    code: "process.on('unhandledRejection', (reason) => {\n  console.log(reason);\n  if (reason === 'x') process.nextTick(() => console.log('b'));\n});\nPromise.reject('x');\nPromise.reject('a');",
    lines: ['a', 'b'],
    says: /put into its queue by one of the handlers/,
  },
  {
    rule: 'module-waits-for-imports',
    kind: 'mjs',
    code: "import 'data:text/javascript,await null; console.log(\"a\")';\nconsole.log('b');",
    lines: ['a', 'b'],
    says: /paused at a top-level `await`/,
  },

  // Handles.
  {
    rule: 'interval-goes-to-the-end',
    // As far apart as two timers of one delay can be: the first call takes longer than that.
    code: "const until = Date.now() + 30;\nlet n = 0;\nconst interval = setInterval(() => {\n  console.log(`poll ${++n}`);\n  if (n === 2) return clearInterval(interval);\n  while (Date.now() < until);\n  setTimeout(() => console.log('report'), 5);\n}, 5);",
    lines: ['report', 'poll 2'],
    says: /goes to the end of it after each call/,
  },
  {
    rule: 'ports-in-order',
    code: "const [one, two] = [new MessageChannel(), new MessageChannel()];\nfor (const { port2 } of [one, two]) {\n  port2.on('message', (text) => {\n    console.log(text);\n    port2.close();\n  });\n}\ntwo.port1.postMessage('b');\none.port1.postMessage('a');",
    lines: ['a', 'b'],
    says: /whichever message was posted first/,
  },
  {
    rule: 'last-closed-first',
    code: `const net = require('net');\nrequire('fs').stat('.', () => {\n  const [one, two] = [1, 2].map(() => net.connect(9, '127.0.0.1'));\n  one.on('close', ${log('b')});\n  two.on('close', ${log('a')});\n  one.destroy();\n  two.destroy();\n});`,
    lines: ['a', 'b'],
    says: /at the front of a list/,
  },
  {
    rule: 'close-before-next-check',
    code: `setImmediate(() => {\n  const socket = require('net').connect(9, '127.0.0.1');\n  socket.on('close', ${log('a')});\n  socket.destroy();\n  setImmediate(${log('b')});\n});`,
    lines: ['a', 'b'],
    says: /waits for the next one/,
  },
  {
    rule: 'close-before-next-poll',
    code: `const fs = require('fs');\nfs.stat('.', () => {\n  const socket = require('net').connect(9, '127.0.0.1');\n  socket.on('close', ${log('a')});\n  socket.destroy();\n  fs.stat('.', ${log('b')});\n});`,
    lines: ['a', 'b'],
    says: /next poll phase/,
  },
  {
    rule: 'message-is-there',
    code: "const { port1, port2 } = new MessageChannel();\nport2.on('message', (text) => {\n  console.log(text);\n  port2.close();\n});\nport1.postMessage('a');\nsetImmediate(() => console.log('b'));",
    lines: ['a', 'b'],
    says: /arrives immediately/,
  },

  // Deadlines.
  {
    rule: 'refreshed-later',
    code: `const late = setTimeout(${log('b')}, 500);\nsetTimeout(() => late.refresh(), 400);\nsetTimeout(${log('a')}, 520);`,
    lines: ['a', 'b'],
    says: /had restarted its delay/,
  },
  {
    rule: 'shorter-and-made-first',
    code: `setTimeout(${log('a')}, 5);\nsetTimeout(${log('b')}, 6);`,
    lines: ['a', 'b'],
    says: /has the shorter delay/,
  },
  {
    rule: 'several-trips',
    code: `const { readFile } = require('fs/promises');\n(async () => {\n  for (let n = 0; n < 3; n++) await readFile(__filename);\n})();\nrequire('fs').readFile(__filename, ${log('b')});\nsetImmediate(${log('a')});`,
    lines: ['a', 'b'],
    certainty: 'unknown',
    says: /How many steps such a call takes/,
  },
];
