import type { RunRequest, RunResult } from '../../../src/runner/model.ts';
import type { Ended } from '../../../src/runner/model.ts';
import type { Trace } from '../../../src/trace/model.ts';

/** A program that does its worst, and what its run must come to. */
export interface Attack extends Pick<RunRequest, 'limits' | 'kind' | 'permissions'> {
  readonly code: string;
  readonly ended: Ended | readonly Ended[];
  /** As `shown` writes it; a RegExp looks at all lines joined. */
  readonly shows: readonly string[] | RegExp;
  /** Run with the recording (the default) or without it, or both. */
  readonly traced?: readonly boolean[];
  /** What becomes of the recording. */
  readonly complete?: Trace['complete'];
  readonly waitedForInput?: boolean;
  readonly error?: Partial<RunResult['error']>;
  /** On each supported Node, and not only on one. */
  readonly everywhere?: boolean;
}

type Attacks = Readonly<Record<string, Omit<Attack, 'kind'> & Partial<Pick<Attack, 'kind'>>>>;

const soon = { timeMs: 300 };
/** Something else than the time must end it, on however busy a machine. */
const late = { timeMs: 60_000 };
const both = [true, false] as const;

const loops: Attacks = {
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

const longRecordings: Attacks = {
  'millions of microtasks': { ...many('queueMicrotask(again)', 3e6), everywhere: true },
  'millions of promise jobs': many('Promise.resolve().then(again)', 3e6),
  'millions of ticks': many('process.nextTick(again)', 3e6),
  'many immediates': many('setImmediate(again)', 3e5),
  'millions of promises at once': {
    ...many('', 1),
    code: `const all = []; for (let i = 0; i < 1e6; i++) all.push(Promise.resolve(i)); console.log('done')`,
  },
};

const memory: Attacks = {
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

const lines = { ...late, lines: 50 };
const fifty = (text: string) => Array.from({ length: 50 }, () => text);

const floods: Attacks = {
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

/** A shell that starts two of itself, each of which starts two, and so on; all of them stay. */
const bomb = (start: string, depth: number) => `
  const { writeFileSync } = require('node:fs');
  writeFileSync('bomb.sh', '[ $1 -gt 0 ] && for i in 1 2; do ${start} sh bomb.sh $(($1 - 1)) & done; sleep 1000');
  require('node:child_process').spawn('sh', ['bomb.sh', '${depth}'], { stdio: 'ignore' });
  console.log('a');`;

const loop = `'-e', 'process.on("SIGTERM", () => {}); for (;;);'`;

const processes: Attacks = {
  'processes that start two each': {
    code: `${bomb('', 6)} setInterval(() => {}, 9)`,
    limits: { timeMs: 700 },
    ended: 'time',
    shows: ['a'],
  },
  'processes that start two each, and leave the group': {
    code: `${bomb('setsid', 5)} setTimeout(() => process.exit(), 300)`,
    limits: late,
    ended: 'exit',
    shows: ['a'],
  },
  'a grandchild that outlives its parent': {
    code: `require('node:child_process').spawnSync(process.execPath, ['-e', \`
        require('node:child_process').spawn(process.execPath, [${loop}], { detached: true, stdio: 'ignore' }).unref()\`]);
      console.log('a')`,
    limits: late,
    ended: 'exit',
    shows: ['a'],
    everywhere: true,
  },
  'SIGTERM that is caught': {
    code: `for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(name, () => {}); console.log('a'); setInterval(() => {}, 9)`,
    limits: soon,
    ended: 'time',
    shows: ['a'],
  },
  'a stop signal to itself': {
    code: `console.log('a'); process.kill(process.pid, 'SIGSTOP')`,
    limits: { timeMs: 500 },
    ended: 'time',
    shows: ['a'],
  },
  'a signal to its group': {
    code: `console.log('a'); process.kill(0, 'SIGKILL')`,
    limits: late,
    ended: 'exit',
    shows: ['a', 'exit:SIGKILL'],
  },
  'a signal to its parent': {
    code: `console.log('a'); process.kill(process.ppid, 'SIGKILL')`,
    limits: late,
    ended: 'exit',
    shows: /^a\nuncaught:Error: kill EPERM: \d+ is the editor that runs this snippet\nexit:1$/,
    error: { line: 1, name: 'Error' },
    everywhere: true,
  },
  'a signal to its parent, from a worker thread': {
    code: `new (require('node:worker_threads').Worker)('process.kill(process.ppid, 9)', { eval: true }).on('error', (error) => console.log(error.code))`,
    limits: late,
    ended: 'exit',
    shows: ['EPERM'],
    everywhere: true,
  },
  'an exit in the middle of its output': {
    code: `for (let i = 0; i < 40; i++) console.log('x'.repeat(9999)); process.exit(3); console.log('never')`,
    limits: late,
    ended: 'exit',
    shows: [...Array.from({ length: 40 }, () => 'x'.repeat(9999)), 'exit:3'],
    everywhere: true,
  },
  'an exit without a word to anybody': {
    code: `console.log('a'); process.reallyExit(4)`,
    limits: late,
    ended: 'exit',
    shows: ['a', 'exit:4'],
  },
  'an abort': {
    code: `console.log('a'); process.abort()`,
    limits: late,
    ended: 'exit',
    shows: ['a', 'exit:SIGABRT'],
    everywhere: true,
  },
};

const folders: Attacks = {
  'another working folder': {
    code: `process.chdir('/'); console.log('a'); require('node:child_process').spawn(process.execPath, [${loop}], { detached: true, stdio: 'ignore' }).unref()`,
    limits: late,
    ended: 'exit',
    shows: ['a'],
  },
  'the end of its own folder': {
    code: `require('node:fs').rmSync(require('node:path').dirname(__dirname), { recursive: true }); console.log('a'); for (;;);`,
    limits: soon,
    ended: 'time',
    shows: ['a'],
  },
  'no rights to its own folders': {
    code: `
      const fs = require('node:fs'); fs.mkdirSync('deep/er', { recursive: true }); fs.writeFileSync('deep/er/file', '');
      for (const folder of ['deep/er', 'deep', '.', '../tmp', '..']) fs.chmodSync(folder, 0);
      console.log('a')`,
    limits: late,
    ended: 'exit',
    shows: ['a'],
  },
  'links in its folder that lead out of it': {
    code: `require('node:fs').symlinkSync('/', 'root'); require('node:fs').chmodSync('.', 0o500); console.log('a')`,
    limits: late,
    ended: 'exit',
    shows: ['a'],
  },
};

const write = `const write = (text) => require('node:fs').writeSync(3, text);`;
const tell = `${write} const tell = (record) => write('\\n' + JSON.stringify(record) + '\\n');`;

const records: Attacks = {
  garbage: {
    code: `${write} write('}{ garbage'); console.log('a'); write('\\n{"kind":'); console.log('b')`,
    limits: late,
    ended: 'exit',
    shows: ['a', 'b'],
    complete: 'whole',
    everywhere: true,
  },
  'garbage without end': {
    code: `${write} const bytes = require('node:crypto').randomBytes(2 ** 16); console.log('a'); for (;;) write(bytes)`,
    limits: late,
    ended: 'bytes',
    shows: ['a'],
  },
  'empty lines without end': {
    code: `${write} const text = '\\n'.repeat(2 ** 16); console.log('a'); for (;;) write(text)`,
    limits: late,
    ended: 'bytes',
    shows: ['a'],
  },
  'a record that is too long': {
    code: `${tell} tell({ kind: 'output', stream: 'stdout', text: 'x'.repeat(2e7) }); console.log('a')`,
    limits: late,
    ended: 'exit',
    shows: ['a'],
  },
  'news of another start and another end': {
    code: `${tell} tell({ kind: 'ready', node: '1', pid: 1 }); tell({ kind: 'exit', code: 7 }); console.log('a')`,
    limits: late,
    ended: 'exit',
    shows: ['a'],
  },
  'starts without end, for more time': {
    code: `${tell} setInterval(() => tell({ kind: 'ready', node: '1', pid: 1 }), 9)`,
    limits: soon,
    ended: 'time',
    shows: [],
  },
  'output that never was': {
    code: `${tell} for (;;) tell({ kind: 'output', stream: 'stdout', text: 'x\\n' })`,
    limits: lines,
    ended: 'lines',
    shows: fifty('x'),
  },
  'output without text, without end': {
    code: `${write} const text = (JSON.stringify({ kind: 'output', stream: 'stdout', text: '' }) + '\\n').repeat(1000); console.log('a'); for (;;) write(text)`,
    limits: late,
    ended: 'bytes',
    shows: ['a'],
  },
  'errors without end that never were': {
    code: `${write} const text = (JSON.stringify({ kind: 'error', name: 'E', message: '', stack: '' }) + '\\n').repeat(1000); console.log('a'); for (;;) write(text)`,
    limits: late,
    ended: 'bytes',
    shows: ['a'],
  },
  'half a million events in one record': {
    code: `${tell} tell({ kind: 'trace', events: Array.from({ length: 5e5 }, () => ['stop']) }); console.log('a')`,
    limits: late,
    ended: 'exit',
    shows: ['a'],
    complete: 'tooLong',
  },
  'callbacks that begin and never end': {
    code: `${tell} tell({ kind: 'trace', events: Array.from({ length: 1e5 }, (_, i) => ['before', 1e6 + i, 0, 0]) });
      tell({ kind: 'trace', events: Array.from({ length: 1e5 }, (_, i) => ['after', 1, 0]) }); console.log('a')`,
    limits: late,
    ended: 'exit',
    shows: ['a'],
  },
  'promises that settle all others': {
    code: `${tell} tell({ kind: 'trace', events: Array.from({ length: 1e5 }, (_, i) => i % 2 ? ['before', 1e6 + i - 1, 0] : ['init', 1e6 + i, 'PROMISE', 1e6 + i - 2]) }); console.log('a')`,
    limits: late,
    ended: 'exit',
    shows: ['a'],
  },
  'events that make no sense': {
    code: `${tell} for (const event of [['after', 5, 0], ['done', 0], ['resolve', 9], ['clear', 9], ['before', 9, 0], ['main', 9, 1e9], ['init', 9, '__proto__', 9], ['event', '__proto__', 0], ['nonsense']]) tell({ kind: 'trace', events: [event] }); console.log('a')`,
    limits: late,
    ended: 'exit',
    shows: ['a'],
    everywhere: true,
  },
  'a closed pipe': {
    code: `require('node:fs').closeSync(3); console.log('a'); console.error('b')`,
    limits: late,
    ended: 'exit',
    shows: ['a', 'stderr:b'],
    traced: both,
    everywhere: true,
  },
  'a closed pipe, and a file in its place': {
    code: `const fs = require('node:fs'); fs.closeSync(3); fs.openSync('file', 'w'); console.log('a'); console.log(fs.readFileSync('file', 'utf8') === '')`,
    limits: late,
    ended: 'exit',
    shows: ['a', 'true'],
  },
  'a closed pipe, and lines without end': {
    code: `require('node:fs').closeSync(3); for (;;) console.log('x')`,
    limits: { timeMs: 1000, lines: 50, bytes: 1000 },
    ended: ['time', 'bytes', 'lines'],
    shows: fifty('x'),
  },
  'a pipe that somebody else holds': {
    code: `
      require('node:child_process').spawn(process.execPath, ['-e', 'for (;;) { fs.writeSync(1, "}{"); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5) }'], { detached: true, stdio: ['ignore', 3, 3] }).unref();
      setTimeout(() => console.log('a'), 200)`,
    limits: late,
    ended: 'exit',
    shows: ['a'],
  },
  'the gate': {
    code: `
      const fs = require('node:fs'); const tries = [() => fs.writeSync(4, '{}\\n'), () => fs.readSync(4, Buffer.alloc(9)), () => fs.closeSync(4)];
      for (const action of tries) try { action() } catch {}
      console.log('a')`,
    limits: late,
    ended: ['exit', 'time'],
    shows: /^a(\nexit:SIGABRT)?$/,
    everywhere: true,
  },
  'every file that is open': {
    code: `const fs = require('node:fs'); console.log('a'); for (let fd = 3; fd < 64; fd++) try { fs.closeSync(fd) } catch {}; setTimeout(() => {}, 10)`,
    limits: { timeMs: 1000 },
    ended: ['exit', 'time'],
    shows: /^a(\nstderr:.*)*(\nexit:.*)?$/,
  },
};

/** Node says in the error which flag is missing; from 25 on that goes for the network too. */
const denied = (code: string, flag: string): Attacks[string] => ({
  code,
  permissions: [],
  limits: late,
  ended: 'exit',
  shows: new RegExp(`^uncaught:Error: Access to this API has been restricted.*\\nexit:1$`),
  error: { name: 'Error', message: flag },
});

const permissions: Attacks = {
  'a child process that was not declared': denied(
    `require('node:child_process').spawn('sleep', ['1000'])`,
    '--allow-child-process',
  ),
  'a worker thread that was not declared': denied(
    `new (require('node:worker_threads').Worker)('for (;;);', { eval: true })`,
    '--allow-worker',
  ),
  'a file that was not declared': denied(
    `require('node:fs').writeFileSync('/tmp/loopwise-denied', '')`,
    '--allow-fs-write',
  ),
};

export const attacks: Readonly<Record<string, Attacks>> = {
  loops,
  'recordings without end': longRecordings,
  memory,
  floods,
  processes,
  folders,
  records,
  permissions,
};
