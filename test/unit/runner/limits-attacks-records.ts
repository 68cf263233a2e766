import { both, fifty, late, lines, soon } from './limits-attack.ts';
import type { Attacks } from './limits-attack.ts';

const write = `const write = (text) => require('node:fs').writeSync(3, text);`;
const tell = `${write} const tell = (record) => write('\\n' + JSON.stringify(record) + '\\n');`;

export const records: Attacks = {
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
