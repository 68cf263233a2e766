import { late, soon } from './limits-attack.ts';
import type { Attacks } from './limits-attack.ts';

/** A shell that starts two of itself, each of which starts two, and so on; all of them stay. */
const bomb = (start: string, depth: number) => `
  const { writeFileSync } = require('node:fs');
  writeFileSync('bomb.sh', '[ $1 -gt 0 ] && for i in 1 2; do ${start} sh bomb.sh $(($1 - 1)) & done; sleep 1000');
  require('node:child_process').spawn('sh', ['bomb.sh', '${depth}'], { stdio: 'ignore' });
  console.log('a');`;

const loop = `'-e', 'process.on("SIGTERM", () => {}); for (;;);'`;

export const processes: Attacks = {
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

export const folders: Attacks = {
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
  'folders deeper than any path may be': {
    code: `const fs = require('node:fs'); for (let i = 0; i < 60; i++) { fs.mkdirSync('d'.repeat(200)); process.chdir('d'.repeat(200)) } console.log('a')`,
    limits: late,
    ended: 'exit',
    shows: ['a'],
  },
  'another name for its private folder': {
    code: `const path = require('node:path'); const folder = path.dirname(__dirname); require('node:fs').renameSync(folder, path.join(path.dirname(folder), 'other')); console.log('a')`,
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

/** Node says in the error which flag is missing; from 25 on that goes for the network too. */
const denied = (code: string, flag: string): Attacks[string] => ({
  code,
  permissions: [],
  limits: late,
  ended: 'exit',
  shows: new RegExp(`^uncaught:Error: Access to this API has been restricted.*\\nexit:1$`),
  error: { name: 'Error', message: flag },
});

export const permissions: Attacks = {
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
