import type { Case } from './cases.ts';

/** Sentences that were false of what they named, or of the reason that they gave. */
export const casesOfNames: readonly Case[] = [
  {
    name: 'an operation of one trip that calls itself again beside immediates that do',
    code: `const { access } = require('node:fs');
let count = 0;
access('.', function again() {
  count += 1;
  if (count === 3) { console.log('access'); return; }
  if (count === 2) setImmediate(() => console.log('immediate'));
  access('.', again);
});`,
    lines: ['immediate: check', 'access: poll'],
    pairs: ['check-before-next-poll certain'],
    never: /steps, each of which/,
  },
  {
    name: 'an error in a tick with nothing behind it',
    code: `process.on('uncaughtException', (error) => console.log('uncaught', error.message));
process.nextTick(() => { throw new Error('tick'); });
setImmediate(() => console.log('immediate'));`,
    lines: ['uncaught tick: nextTick', 'immediate: check'],
    pairs: ['queues-before-the-loop certain'],
    never: /not empty then|stood behind/,
  },
  {
    name: 'an error in a callback of the loop, and what it had put into a queue',
    code: `process.on('uncaughtException', (error) => console.log('uncaught', error.message));
require('node:fs').stat('.', () => {
  Promise.resolve().then(() => console.log('microtask'));
  throw new Error('callback');
});`,
    lines: ['uncaught callback: poll', 'microtask: microtask'],
    pairs: ['queues-after-callback certain'],
    says: /was waiting in a queue when an error left the `fs\.stat` callback on line 2/,
    never: /has run to completion/,
  },
  {
    name: 'a tick of an imported module',
    kind: 'mjs',
    code: `import 'data:text/javascript,process.nextTick(() => console.log("tick"))';
console.log('body');`,
    lines: ['body: main', 'tick: nextTick'],
    pairs: ['script-first certain'],
    says: /`process\.nextTick` callback from outside this file/,
    never: /of Node\.js itself/,
  },
  {
    name: 'a sleep that is given up by the line before takes no turns with it',
    kind: 'mjs',
    code: `import { setTimeout as sleep } from 'node:timers/promises';
const controller = new AbortController();
sleep(5000, null, { signal: controller.signal }).catch(() => console.log('given up'));
await null;
console.log('giving up');
controller.abort();`,
    lines: ['giving up: microtask', 'given up: microtask'],
    pairs: ['chains-take-turns certain'],
    never: /side by side/,
  },
  {
    name: 'functions of Node.js as executors',
    code: `(async () => {
  await new Promise(setImmediate);
  console.log('after immediate');
})();
setImmediate(() => console.log('immediate'));`,
    lines: ['after immediate: microtask', 'immediate: check'],
    pairs: ['queues-between-callbacks certain'],
    says: /after the `setImmediate` callback on line 2/,
    never: /new Promise/,
  },
  {
    name: 'the signal that a controller gives',
    code: `const controller = new AbortController();
const readable = new ReadableStream();
const writable = new WritableStream({ abort() { console.log('aborted'); } });
readable.pipeTo(writable, { signal: controller.signal }).catch(() => {});
setTimeout(() => { console.log('abort'); controller.abort(); }, 5);`,
    lines: ['abort: timers', 'aborted: microtask'],
    pairs: ['callback-first certain'],
    says: /The microtask of an `AbortSignal` on line 5/,
    never: /AbortSignal\.abort/,
  },
  {
    name: 'two pieces of work of a compressor',
    code: `const stream = require('node:zlib').createDeflate();
stream.resume();
stream.write('one', () => console.log('written'));
stream.flush(() => console.log('flushed'));`,
    lines: ['written: poll', 'flushed: poll'],
    pairs: ['same-source-in-order certain'],
    says: /A stream of `zlib` does one piece of work after the other\./,
    never: /One socket/,
  },
];
