import { both, fifty, late, lines, soon } from './limits-attack.ts';
import type { Attacks } from './limits-attack.ts';

export const loops: Attacks = {
  'a loop without end': {
    code: `console.log('a'); for (;;);`,
    limits: soon,
    ended: 'time',
    shows: ['a'],
    complete: 'runCut',
    traced: both,
    everywhere: true,
  },
  'a loop without end in a module': {
    kind: 'mjs',
    code: `console.log('a'); await 0; for (;;);`,
    limits: soon,
    ended: 'time',
    shows: ['a'],
  },
  'a tick that queues itself': {
    code: `(function again() { process.nextTick(again) })()`,
    limits: soon,
    ended: 'time',
    shows: [],
    traced: both,
  },
  'a promise job that queues itself': {
    code: `(function again() { Promise.resolve().then(again) })()`,
    limits: soon,
    ended: 'time',
    shows: [],
    traced: both,
  },
  'a microtask that queues itself': {
    code: `(function again() { queueMicrotask(again) })()`,
    limits: soon,
    ended: 'time',
    shows: [],
    traced: both,
  },
  'an immediate that queues itself': {
    code: `(function again() { setImmediate(again) })()`,
    limits: soon,
    ended: 'time',
    shows: [],
    traced: both,
  },
  'an async loop that only awaits': {
    kind: 'mjs',
    code: `for (;;) await 0;`,
    limits: soon,
    ended: 'time',
    shows: [],
    traced: both,
  },
  'an interval that is never cleared': {
    code: `console.log('a'); setInterval(() => {}, 1)`,
    limits: soon,
    ended: 'time',
    shows: ['a'],
  },
  'a regular expression that backtracks for ever': {
    code: `console.log('a'); /^(a+)+$/.test('a'.repeat(40) + '!')`,
    limits: soon,
    ended: 'time',
    shows: ['a'],
    everywhere: true,
  },
  'a main thread that waits for nobody': {
    code: `console.log('a'); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)`,
    limits: soon,
    ended: 'time',
    shows: ['a'],
  },
  'a worker thread in a loop without end': {
    code: `console.log('a'); new (require('node:worker_threads').Worker)('for (;;);', { eval: true })`,
    limits: { timeMs: 600 },
    ended: 'time',
    shows: ['a'],
  },
  'a command that is waited for without end': {
    code: `console.log('a'); require('node:child_process').execFileSync('sleep', ['1000'])`,
    limits: soon,
    ended: 'time',
    shows: ['a'],
  },
  'input that never comes': {
    code: `console.log('a'); require('node:fs').readFileSync(0)`,
    limits: soon,
    ended: 'time',
    shows: ['a'],
    waitedForInput: true,
  },
  'nothing but timers that nobody waits for': {
    code: `console.log('a'); for (let i = 0; i < 1e4; i++) setTimeout(() => console.log('b'), 1e5).unref()`,
    limits: late,
    ended: 'exit',
    shows: ['a'],
  },
};

/** More than a recording holds: it stops, and the program goes on as fast as without it. */
const many = (again: string, count: number): Attacks[string] => ({
  code: `let n = 0; (function again() { if (++n < ${count}) ${again}; else console.log('done') })()`,
  limits: late,
  ended: 'exit',
  shows: ['done'],
  complete: 'tooLong',
});

export const longRecordings: Attacks = {
  'millions of microtasks': { ...many('queueMicrotask(again)', 2e6), everywhere: true },
  'millions of promise jobs': many('Promise.resolve().then(again)', 2e6),
  'millions of ticks': many('process.nextTick(again)', 2e6),
  'many immediates': many('setImmediate(again)', 2e5),
  'millions of promises at once': {
    ...many('', 1),
    code: `const all = []; for (let i = 0; i < 1e6; i++) all.push(Promise.resolve(i)); console.log('done')`,
  },
};

export const memory: Attacks = {
  'a heap that grows': {
    code: `console.log('a'); const all = []; for (;;) all.push(new Array(1e4).fill(all.length + 0.5))`,
    limits: { ...late, memoryMb: 64 },
    ended: 'memory',
    shows: ['a'],
    traced: both,
  },
  'Buffers that grow': {
    code: `console.log('a'); const all = []; for (let i = 0; i < 60; i++) all.push(Buffer.alloc(1e7, 1)); for (;;);`,
    limits: { ...late, memoryMb: 64 },
    ended: 'memory',
    shows: ['a'],
    everywhere: true,
  },
  'Buffers that grow in a child process': {
    code: `require('node:child_process').execFileSync(process.execPath, ['-e', 'const all = []; for (let i = 0; i < 60; i++) all.push(Buffer.alloc(1e7, 1)); for (;;);'])`,
    limits: { ...late, memoryMb: 64 },
    ended: 'memory',
    shows: [],
  },
  'a string that doubles': {
    code: `let text = 'x'; for (;;) text += text`,
    limits: late,
    ended: 'exit',
    shows: ['uncaught:RangeError: Invalid string length', 'exit:1'],
  },
  'a function that calls itself without end': {
    code: `console.log('a'); (function again() { again() })()`,
    limits: late,
    ended: 'exit',
    shows: ['a', 'uncaught:RangeError: Maximum call stack size exceeded', 'exit:1'],
    everywhere: true,
  },
  'a stack trace of thousands of frames': {
    code: `Error.stackTraceLimit = Infinity; (function again(n) { if (n === 0) throw new Error('deep'); again(n - 1) })(5000)`,
    limits: late,
    ended: 'exit',
    shows: ['uncaught:Error: deep', 'exit:1'],
    error: { line: 1 },
  },
  'an error with a message of many megabytes': {
    code: `throw new Error('x'.repeat(3e7))`,
    limits: late,
    ended: 'exit',
    shows: /^uncaught:Error: x{9,10000}…?\nexit:1$/,
  },
};

export const floods: Attacks = {
  'short lines': {
    code: `for (;;) console.log('x')`,
    limits: lines,
    ended: 'lines',
    shows: fifty('x'),
    traced: both,
    everywhere: true,
  },
  'short lines on stderr': {
    code: `for (;;) console.error('x')`,
    limits: lines,
    ended: 'lines',
    shows: fifty('stderr:x'),
  },
  'lines from a timer': {
    code: `setInterval(() => console.log('x'), 0)`,
    limits: lines,
    ended: 'lines',
    shows: fifty('x'),
    traced: both,
  },
  'lines from promise jobs': {
    code: `(function again() { console.log('x'); Promise.resolve().then(again) })()`,
    limits: lines,
    ended: 'lines',
    shows: fifty('x'),
  },
  'lines at the exit': {
    code: `process.on('exit', () => { for (;;) console.log('x') })`,
    limits: lines,
    ended: 'lines',
    shows: fifty('x'),
  },
  'lines from a worker thread': {
    code: `new (require('node:worker_threads').Worker)('setInterval(() => console.log("x"), 0)', { eval: true })`,
    limits: lines,
    ended: 'lines',
    shows: fifty('x'),
  },
  'lines of a megabyte': {
    code: `for (;;) console.log('x'.repeat(2 ** 20))`,
    limits: { ...late, bytes: 2e6 },
    ended: 'bytes',
    shows: ['x'.repeat(2 ** 20), 'x'.repeat(2e6 - 2 ** 20 - 1)],
    everywhere: true,
  },
  'lines of a megabyte on stderr, from immediates': {
    code: `(function again() { console.error('x'.repeat(2 ** 20)); setImmediate(again) })()`,
    limits: { ...late, bytes: 2e6 },
    ended: 'bytes',
    shows: [`stderr:${'x'.repeat(2 ** 20)}`, `stderr:${'x'.repeat(2e6 - 2 ** 20 - 1)}`],
  },
  'text without an end of line, a character at a time': {
    code: `for (;;) process.stdout.write('x')`,
    limits: { ...late, bytes: 1000 },
    ended: 'bytes',
    shows: ['x'.repeat(1000)],
  },
  'more writes than anybody wants to keep': {
    code: `for (;;) process.stdout.write('x')`,
    limits: { ...late, bytes: 1e9 },
    traced: [false],
    ended: 'bytes',
    shows: /^x{90000,100000}$/,
  },
  'nothing, without end': {
    code: `for (;;) process.stdout.write('')`,
    limits: soon,
    ended: 'time',
    shows: [],
  },
  'bytes that are no text': {
    code: `for (;;) process.stdout.write(Buffer.from([0xff, 0xfe, 0x00, 0x80]))`,
    limits: { ...late, bytes: 1000 },
    ended: 'bytes',
    shows: /^[\uFFFD\0]+$/,
  },
  'writes past the stream': {
    code: `for (;;) require('node:fs').writeSync(1, 'x\\n')`,
    limits: lines,
    ended: 'lines',
    shows: fifty('x'),
  },
  'a child process that inherits the output': {
    code: `require('node:child_process').spawn(process.execPath, ['-e', 'for (;;) fs.writeSync(1, "y".repeat(9999))'], { stdio: 'inherit' })`,
    limits: { ...late, bytes: 1000 },
    ended: 'bytes',
    shows: ['y'.repeat(1000)],
  },
  'rejections that nobody handles': {
    code: `for (let i = 0; i < 1e4; i++) Promise.reject(new Error('no ' + i))`,
    limits: late,
    ended: 'exit',
    shows: ['uncaught:Error: no 0', 'exit:1'],
    everywhere: true,
  },
  'rejections that are heard of, without end': {
    code: `process.on('unhandledRejection', () => {}); (function again() { Promise.reject(new Error()); setImmediate(again) })()`,
    limits: soon,
    ended: 'time',
    shows: [],
    traced: both,
  },
  'errors that are caught as the last resort, without end': {
    code: `process.on('uncaughtException', () => {}); (function again() { setImmediate(again); throw new Error('x'.repeat(1e4)) })()`,
    limits: { timeMs: 600 },
    ended: ['time', 'bytes'],
    shows: [],
  },
};
