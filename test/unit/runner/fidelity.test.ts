import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ModuleKind } from '../../../src/bank/model.ts';
import { majors, useRunWorld } from './run-world.ts';

/** Programs whose whole behaviour must be the same as with a bare `node file`. */
const programs: Readonly<Record<string, readonly [ModuleKind, string]>> = {
  'writes without a line break': ['cjs', `process.stdout.write('a'); process.stderr.write('b')`],
  'all of console': [
    'cjs',
    `console.table([{ a: 1 }]); console.group('g'); console.warn('w'); console.dir({ a: { b: {} } });
     console.groupEnd(); console.count(); console.assert(false, 'no')`,
  ],
  'what the process looks like': [
    'cjs',
    `console.log(process.execArgv, process.argv.length, require.main === module, module.children.length,
       Object.keys(require.cache).length, Object.keys(process.stdout).length, Object.keys(process).join(),
       Object.keys(globalThis).join(), process.eventNames().join(), process.listenerCount('exit'),
       process.stdout.isTTY, process.stdout.write.name, process.stdout.write.length, process.emit.length)`,
  ],
  'properties of what is watched': [
    'mjs',
    `import fs, { writeSync } from 'node:fs';
     console.log(writeSync === fs.writeSync, fs.readFileSync.name, fs.readFileSync.length,
       Object.keys(fs).join(), Object.hasOwn(process, 'emit'), Object.keys(process.stdin).length)`,
  ],
  'no LOOPWISE variable': [
    'cjs',
    `console.log(Object.keys(process.env).filter((name) => /loopwise|node_/i.test(name)))`,
  ],
  'stack of an error': [
    'cjs',
    `function f() { console.log(new Error('x').stack) }\nsetTimeout(f, 1); f()`,
  ],
  'stack of a failed read': [
    'cjs',
    `try { require('fs').readFileSync('nope') } catch (error) { console.log(error.stack) }`,
  ],
  'stack of a failed write': [
    'mjs',
    `import { writeSync } from 'node:fs'; try { writeSync(99, 'x') } catch (error) { console.log(error.stack) }`,
  ],
  'invalid writes': [
    'cjs',
    `for (const bad of [null, 5, {}]) try { process.stdout.write(bad) } catch (e) { console.log(e.code) }`,
  ],
  'return value and callback of write': [
    'cjs',
    `console.log(process.stdout.write('x\\n', () => console.log('called')));
     process.stdout.write('y\\n', 'utf8', () => console.log('called too'))`,
  ],
  'a replaced write': [
    'cjs',
    `const { write } = process.stdout; const seen = [];
     process.stdout.write = function (chunk, ...rest) { seen.push(chunk); return write.call(this, '> ' + chunk, ...rest) };
     console.log('a'); process.stdout.write = write; console.log(seen)`,
  ],
  'a warning of Node': [
    'cjs',
    `const e = new (require('events'))(); for (let i = 0; i < 11; i++) e.on('x', () => {}); console.log('sync')`,
  ],
  'beforeExit, exit and a code': [
    'mjs',
    `process.once('beforeExit', () => console.log('before')); process.on('exit', (code) => { console.log(code); process.exit(4) }); process.exitCode = 3`,
  ],
  'handlers of last resort': [
    'cjs',
    `process.on('uncaughtException', (e, origin) => console.log(e.message, origin));
     Promise.reject(new Error('r')); setTimeout(() => { throw new Error('t') }, 5)`,
  ],
  'a handler that exits': [
    'cjs',
    `process.on('uncaughtException', (e) => { console.error(e.message); process.exit(7) }); throw new Error('x')`,
  ],
  'a worker': [
    'cjs',
    `const { Worker } = require('worker_threads');
     new Worker('console.log("in worker", process.execArgv.length)', { eval: true }).on('exit', () => console.log('gone'))`,
  ],
  'a forked child': [
    'cjs',
    `if (process.argv[2]) console.log('child', process.execArgv.length);
     else require('child_process').fork(__filename, ['x'])`,
  ],
  'piped streams': [
    'mjs',
    `import { Readable } from 'node:stream'; Readable.from(['a\\n', 'b\\n']).pipe(process.stdout); await 1; console.log('c')`,
  ],
  'damaged builtins': [
    'cjs',
    `JSON.stringify = () => 'no'; require('fs').writeSync = () => { throw 1 }; Object.prototype.toJSON = () => 'x';
     String.prototype.indexOf = String.prototype.slice = () => { throw 2 }; Array.prototype.push = () => 0;
     Reflect.apply = Buffer.from = () => { throw 3 }; process.stdout.write('fine\\n'); process.stderr.write(new Uint8Array([65, 10]))`,
  ],
};

describe('A run compared with a bare `node file`', function () {
  this.timeout(120_000);
  const world = useRunWorld();

  for (const [name, [kind, code]] of Object.entries(programs)) {
    it(`shows the same: ${name}`, async () => {
      for (const major of majors) {
        const [bare, run] = await Promise.all([
          runBare(world.temporary, world.runtime(major).path, kind, code),
          world.run(code, { kind, major }),
        ]);
        const lines = (wanted: string) =>
          run.lines.filter(({ stream }) => stream === wanted).map(({ text }) => text);
        const actual = { stdout: lines('stdout'), stderr: lines('stderr'), code: run.exitCode };
        assert.deepEqual(actual, bare, `on Node ${major}`);
      }
    });
  }
});

/** What the program prints by itself, with the same things made the same as in a run. */
async function runBare(temporary: string, node: string, kind: ModuleKind, code: string) {
  const folder = join(temporary, `bare-${process.hrtime.bigint()}`);
  await mkdir(folder);
  await writeFile(join(folder, `snippet.${kind}`), code);
  try {
    const child = spawn(node, [join(folder, `snippet.${kind}`)], {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: process.env.HOME },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const output = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
    const exit = await new Promise<number | null>((resolve) => child.on('close', resolve));
    const lines = (text: string) => {
      const tidy = text
        .replaceAll(`${pathToFileURL(folder).href}/`, '')
        .replaceAll(`${folder}/`, '')
        .replaceAll(/\(node:\d+\)/g, '(node:pid)')
        .split('\n');
      return tidy.at(-1) === '' ? tidy.slice(0, -1) : tidy;
    };
    return { stdout: lines(output.stdout), stderr: lines(output.stderr), code: exit };
  } finally {
    await rm(folder, { recursive: true });
  }
}
