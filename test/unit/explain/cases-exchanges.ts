import type { Case } from './cases.ts';

/**
 * Two places of one chain, of which each prints what arrived: they keep their order, but which value arrives first may be
 * another one in the next run. Lines are numbered as they come; and what looks like it.
 */
export const casesOfExchanges: readonly Case[] = [
  {
    name: 'two calls of once, and two timers that emit',
    kind: 'mjs',
    code: `import { EventEmitter, once } from 'node:events';
const bus = new EventEmitter();
let n = 0;
for (const ms of [6, 5]) setTimeout(() => bus.emit('value', ++n), ms);
const [first] = await once(bus, 'value');
console.log(first);
const [second] = await once(bus, 'value');
console.log(second);`,
    lines: ['1: microtask', '2: microtask'],
    pairs: ['values-from-several unknown'],
    says: /keep their order.*the lines may print each other's value then/,
  },
  {
    name: 'the same, with words that tell the lines apart',
    kind: 'mjs',
    code: `import { EventEmitter, once } from 'node:events';
const bus = new EventEmitter();
let n = 0;
for (const ms of [6, 5]) setTimeout(() => bus.emit('value', ++n), ms);
const [first] = await once(bus, 'value');
console.log('first', first);
const [second] = await once(bus, 'value');
console.log('second', second);`,
    lines: ['first 1: microtask', 'second 2: microtask'],
    pairs: ['await-lets-go certain'],
  },
  {
    name: 'two calls of once on a port, and two timers that post',
    kind: 'mjs',
    code: `import { once } from 'node:events';
const { port1, port2 } = new MessageChannel();
const data = ([it]) => it.data ?? it;
let n = 0;
for (const ms of [6, 5]) setTimeout(() => port1.postMessage(++n), ms);
console.log(data(await once(port2, 'message')));
console.log(data(await once(port2, 'message')));
port2.close();`,
    lines: ['1: microtask', '2: microtask'],
    pairs: ['values-from-several unknown'],
    says: /came with the `setTimeout` callback on line 5/,
  },
  {
    name: 'two questions, and two timers that answer',
    kind: 'mjs',
    code: `import { PassThrough } from 'node:stream';
import { createInterface } from 'node:readline/promises';
const input = new PassThrough();
const lines = createInterface({ input });
let n = 0;
for (const ms of [6, 5]) setTimeout(() => input.write(\`\${++n}\\n\`), ms);
const first = await lines.question('');
console.log(first);
const second = await lines.question('');
console.log(second);
lines.close();`,
    lines: ['1: microtask', '2: microtask'],
    pairs: ['values-from-several unknown'],
  },
  {
    name: 'two reads of a web stream that two timers fill, in a chain of then',
    code: `let n = 0;
const reader = new ReadableStream({
  start(controller) {
    for (const ms of [6, 5]) setTimeout(() => controller.enqueue(++n), ms);
  },
}).getReader();
reader.read()
  .then(({ value }) => { console.log(value); return reader.read(); })
  .then(({ value }) => console.log(value));`,
    lines: ['1: microtask', '2: microtask'],
    pairs: ['values-from-several unknown'],
  },
  {
    name: 'two places that take from a queue of their own',
    kind: 'mjs',
    code: `const waiting = [];
const take = () => new Promise((done) => waiting.push(done));
let n = 0;
for (const ms of [6, 5]) setTimeout(() => waiting.shift()(++n), ms);
const first = await take();
console.log(first);
const second = await take();
console.log(second);`,
    lines: ['1: microtask', '2: microtask'],
    pairs: ['values-from-several unknown'],
  },
  {
    name: 'two operations, one after the other',
    kind: 'mjs',
    code: `import { stat } from 'node:fs/promises';
setTimeout(() => {}, 5);
const one = await stat('.');
console.log(one.isDirectory());
const other = await stat('.');
console.log(other.isFile());`,
    lines: ['true: microtask', 'false: microtask'],
    pairs: ['await-lets-go certain'],
  },
  {
    name: 'what the first of two settles, and two lines that depend on it',
    kind: 'mjs',
    code: `const after = (ms) => new Promise((done) => setTimeout(done, ms, 'x'));
const others = [after(6), after(5)];
const winner = await Promise.race(others);
console.log(winner);
console.log(winner + (await Promise.all(others)).length);`,
    lines: ['x: microtask', 'x2: microtask'],
    pairs: ['first-one-settles unknown'],
    says: /keep their order.*print each other's text then; the record does not show that/,
  },
  {
    name: 'what the first of two settles, and a line that has nothing to do with it',
    kind: 'mjs',
    code: `const after = (ms) => new Promise((done) => setTimeout(done, ms, 'x'));
const others = [after(6), after(5)];
const winner = await Promise.race(others);
console.log(winner);
console.log((await Promise.all(others)).length);`,
    lines: ['x: microtask', '2: microtask'],
    pairs: ['await-lets-go certain'],
  },
];
