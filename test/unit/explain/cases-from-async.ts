import type { Case } from './cases.ts';

const since22 = ['22', '24', '26'] as const;

/**
 * V8 takes the steps of `Array.fromAsync` in promise jobs that nobody is told of: they are microtasks all the same, and
 * what they waited for is not known. Node 20 does not have it.
 */
export const casesOfFromAsync: readonly Case[] = [
  {
    name: 'Array.fromAsync of values, against a chain of promises',
    majors: since22,
    code: `Array.fromAsync([1, 2]).then((all) => console.log('all', all.length));
let chain = Promise.resolve();
for (let n = 1; n <= 9; n++) chain = chain.then(() => { if (n === 1 || n === 9) console.log('job', n); });
setTimeout(() => console.log('timer'), 0);`,
    lines: ['job 1: microtask', 'all 2: microtask', 'job 9: microtask', 'timer: timers'],
    pairs: ['.* certain', '.* certain', 'queues-before-the-loop certain'],
    never: /engine|Atomics|WebAssembly/,
  },
  {
    name: 'Array.fromAsync with a function',
    majors: since22,
    kind: 'mjs',
    code: `const all = await Array.fromAsync([1, 2], async (n) => { await null; console.log('map', n); return n; });
console.log('all', all.length);`,
    lines: ['map 1: microtask', 'map 2: microtask', 'all 2: microtask'],
    pairs: ['.* certain', '.* certain'],
    never: /engine|Atomics|WebAssembly/,
  },
  {
    name: 'Array.fromAsync of promises that timers settle',
    majors: since22,
    kind: 'mjs',
    code: `let n = 0;
const after = (ms) => new Promise((done) => setTimeout(() => { console.log('timer', ++n); done(ms); }, ms));
const all = await Array.fromAsync([after(6), after(5)]);
console.log('all', all.length);`,
    lines: ['timer 1: timers', 'timer 2: timers', 'all 2: microtask'],
    pairs: ['.* (?:race|unknown)', 'steps-of-from-async unknown'],
    apart: [[0, 2, 'steps-of-from-async unknown']],
    says: /`await` on line 3 comes with a call of `Array\.fromAsync` or goes back to one/,
    never: /engine|Atomics|WebAssembly/,
  },
  {
    name: 'Array.fromAsync of promises that the first of two callbacks settles',
    majors: since22,
    kind: 'mjs',
    code: `let n = 0;
const first = new Promise((done) => {
  for (const ms of [6, 5]) setTimeout(() => { console.log('timer', ++n); done(); }, ms);
});
await Array.fromAsync([first]);
setTimeout(() => console.log('last'), 60);`,
    lines: ['timer 1: timers', 'timer 2: timers', 'last: timers'],
    pairs: ['.* (?:race|unknown)', '.* (?:race|unknown)'],
  },
  {
    name: 'Array.fromAsync of an async generator',
    majors: since22,
    kind: 'mjs',
    code: `async function* numbers() {
  for (const n of [1, 2]) {
    await new Promise((done) => setTimeout(done, 5));
    console.log('yield', n);
    yield n;
  }
}
const all = await Array.fromAsync(numbers());
console.log('all', all.length);
setImmediate(() => console.log('immediate'));`,
    lines: ['yield 1: microtask', 'yield 2: microtask', 'all 2: microtask', 'immediate: check'],
    pairs: ['steps-of-from-async unknown', '.*', 'callback-first certain'],
    never: /engine|Atomics|WebAssembly/,
  },
  {
    name: 'Array.fromAsync beside a FinalizationRegistry, which V8 calls as well',
    majors: since22,
    kind: 'mjs',
    code: `new FinalizationRegistry(() => {});
const after = (ms) => new Promise((done) => setTimeout(() => { console.log('timer'); done(ms); }, ms));
const all = await Array.fromAsync([after(5)]);
console.log('all', all.length);`,
    lines: ['timer: timers', 'all 1: microtask'],
    pairs: ['called-by-the-engine unknown'],
  },
];
