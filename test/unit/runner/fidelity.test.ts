import assert from 'node:assert/strict';
import type { ModuleKind } from '../../../src/bank/model.ts';
import type { RunResult } from '../../../src/runner/model.ts';
import { runBare } from './bare-run.ts';
import { runGated } from './gated-run.ts';
import { someMajors, useRunWorld } from './run-world.ts';

/** Programs whose whole behaviour must be the same as with a bare `node file`. */
const programs: Readonly<Record<string, readonly [ModuleKind, string]>> = {
  'writes without a line break': ['cjs', `process.stdout.write('a'); process.stderr.write('b')`],
  'all of console': [
    'cjs',
    `console.table([{ a: 1 }]); console.group('g'); console.warn('w'); console.dir({ a: { b: {} } });
     console.groupEnd(); console.count(); console.assert(false, 'no')`,
  ],
  'what console looks like': [
    'cjs',
    `const { log } = console;
     log(Object.keys(console).join(), String(log), log.name, log.length, Object.hasOwn(log, 'prototype'),
       require('console') === console, Object.getOwnPropertyDescriptor(console, 'log').writable,
       console.log === log, typeof Object.getOwnPropertyDescriptor(console, 'table').value)`,
  ],
  'stack below what console calls': [
    'cjs',
    `const { inspect } = require('util');
     const value = { [inspect.custom]() { return new Error('within').stack; } };
     function f() { console.log(value); console.error({ value }); }
     f(); setTimeout(f, 1);`,
  ],
  'what the process looks like': [
    'cjs',
    `console.log(process.execArgv, process.argv.length, require.main === module, module.children.length,
       Object.keys(require.cache).length, Object.keys(process.stdout).length, Object.keys(process).join(),
       Object.keys(globalThis).join(), process.eventNames().join(), process.listenerCount('exit'),
       process.stdout.isTTY, process.stdout.write.name, process.stdout.write.length, process.emit.length)`,
  ],
  'where the program is': [
    'cjs',
    `console.log(__filename, __dirname === process.cwd(), process.argv[1] === __filename, require.main.filename,
       require.main.paths[0], process.mainModule === module, module.parent, module.id, require.resolve('./snippet.cjs'),
       Object.keys(require.cache), process._preload_modules, require('fs').readdirSync('.'), process.title.length,
       process.argv0 === 'node', process.execPath === process.argv[0])`,
  ],
  'where a module is': [
    'mjs',
    `import fs from 'node:fs'; console.log(import.meta.url, import.meta.dirname === process.cwd(), process.argv[1],
       import.meta.resolve('./x.mjs'), fs.readdirSync('.'), process.execArgv, process.argv.length)`,
  ],
  'what keeps it alive': [
    'cjs',
    `const before = process.getActiveResourcesInfo(); const handles = process._getActiveHandles().length;
     console.log(before, handles); console.log(process.getActiveResourcesInfo(), process._getActiveHandles().length);
     setTimeout(() => console.log(process.getActiveResourcesInfo()), 1)`,
  ],
  'what is only printed by fs': [
    'cjs',
    `require('fs').writeSync(1, process.getActiveResourcesInfo().join() + '\\n'); process.stderr.write('x\\n');
     require('fs').writeSync(1, process.getActiveResourcesInfo().join() + '\\n')`,
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
  'what standard input looks like': [
    'cjs',
    `const { stdin } = process; const descriptor = Object.getOwnPropertyDescriptor(process, 'stdin');
     console.log(stdin.constructor.name, stdin.fd, stdin.isTTY, stdin.readableFlowing, stdin.readable, stdin.destroyed,
       stdin.listenerCount('data'), stdin.eventNames().join(), Object.keys(stdin).join(), stdin.read.name,
       descriptor.configurable, descriptor.enumerable, typeof descriptor.get, require('fs').fstatSync(0).isFIFO());
     console.log(process.getActiveResourcesInfo())`,
  ],
  'standard input that is paused again': [
    'cjs',
    `process.stdin.on('data', () => console.log('never')); console.log(process.stdin.readableFlowing);
     process.stdin.pause(); console.log(process.stdin.readableFlowing, process.stdin.isPaused());
     setTimeout(() => { console.log('timer', process.stdin.isPaused()); process.stdin.destroy() }, 5);
     process.on('exit', () => console.log('exit'))`,
  ],
  'standard input that nothing waits for': [
    'mjs',
    `import { stdin } from 'node:process'; stdin.on('readable', () => console.log('never')); stdin.unref();
     console.log(stdin.read(), stdin.readableFlowing, stdin.listenerCount('readable')); setTimeout(() => console.log('timer'), 5)`,
  ],
  'a question that is left': [
    'cjs',
    `const io = require('readline').createInterface({ input: process.stdin, output: process.stdout });
     io.question('name? ', () => console.log('never')); io.on('close', () => console.log('closed'));
     setTimeout(() => { console.log(process.stdin.readableFlowing); process.exit(3) }, 5)`,
  ],
  'lines that are waited for': [
    'mjs',
    `process.on('exit', (code) => console.log('exit', code)); setTimeout(() => process.exit(4), 20);
     for await (const chunk of process.stdin) console.log('never', chunk);`,
  ],
  'stacks in handlers of the process': [
    'cjs',
    `const show = (name) => console.log(name, new Error('x').stack);
     process.on('exit', () => show('exit')); process.once('beforeExit', () => show('beforeExit'));
     process.on('uncaughtException', () => show('caught')); process.on('unhandledRejection', () => show('rejected'));
     Promise.reject(1); setTimeout(() => { throw 1 }, 5)`,
  ],
  'stacks of refused writes': [
    'cjs',
    `for (const [chunk, encoding] of [[{}], [null], ['x', 'nope']])
       try { process.stdout.write(chunk, encoding) } catch (error) { console.log(error.stack) }`,
  ],
  'stack of an error that leaves an exit handler': [
    'cjs',
    `process.on('exit', () => { try { require('fs').readFileSync('/no') } catch (error) { console.log(error.stack) } })`,
  ],
  'an emit that is wrapped to trace': [
    'cjs',
    `const { EventEmitter } = require('node:events'); const { emit } = EventEmitter.prototype;
     EventEmitter.prototype.emit = function (name, ...rest) { if (this === process) console.log('emit', name); return emit.call(this, name, ...rest) };
     process.on('exit', (code) => console.log('exit', code)); process.on('beforeExit', () => console.log('before'));
     process.emit('mine')`,
  ],
  'an emit of the process that is wrapped to trace': [
    'cjs',
    `const { emit } = process; const { EventEmitter } = require('node:events');
     EventEmitter.prototype.emit = function (name, ...rest) { if (this === process) console.log('all', name); return emit.call(this, name, ...rest) };
     process.on('exit', (code) => console.log('exit', code)); process.emit('mine')`,
  ],
  'an emit of its own': [
    'mjs',
    `const { emit } = process; console.log(Object.hasOwn(process, 'emit'));
     process.emit = (...args) => { console.log(args[0]); return emit.apply(process, args) };
     console.log(Object.keys(process).includes('emit')); process.on('exit', () => console.log('done'))`,
  ],
  'iterators that print': [
    'cjs',
    `const own = Array.prototype[Symbol.iterator]; const { stdout, stderr } = process;
     Array.prototype[Symbol.iterator] = function () { stdout.write('iterated\\n'); return own.call(this) };
     process.on('exit', () => stderr.write('exit\\n')); setTimeout(() => stdout.write(new Uint8Array([65, 10])), 1);
     Promise.resolve().then(() => require('fs').writeSync(1, Buffer.from('direct\\n')))`,
  ],
  'numbers that print': [
    'cjs',
    `Math.min = Math.round = (...args) => { process.stdout.write('counted\\n'); return 0 };
     Number.isInteger = () => false; globalThis.Number = globalThis.String = () => { throw 5 };
     console.log('a'); setTimeout(() => console.log('b'), 1)`,
  ],
  'globals that are gone': [
    'cjs',
    `const { log } = console; for (const name of ['Proxy', 'Reflect', 'Math', 'JSON', 'Error', 'WebAssembly', 'Buffer', 'performance', 'process'])
       try { delete globalThis[name] } catch {}
     log('a'); setTimeout(() => log('b'), 1); new Promise((resolve) => resolve()).then(() => log('c'))`,
  ],
  'prototypes that count': [
    'cjs',
    `console.log('first'); let calls = 0; const watch = (owner, name) => { const { [name]: own } = owner; owner[name] = function (...args) { calls++; return Reflect.apply(own, this, args) } };
     for (const name of ['get', 'set', 'has', 'delete']) watch(Map.prototype, name), watch(WeakMap.prototype, name);
     for (const name of ['add', 'has']) watch(Set.prototype, name);
     for (const name of ['push', 'slice', 'map', 'filter', 'includes', 'indexOf', 'splice', 'join']) watch(Array.prototype, name);
     for (const name of ['slice', 'includes', 'indexOf', 'split', 'replace', 'charCodeAt', 'startsWith']) watch(String.prototype, name);
     for (const name of ['exec', 'test']) watch(RegExp.prototype, name);
     for (const name of ['call', 'apply', 'bind']) watch(Function.prototype, name);
     const write = require('fs').writeSync;
     calls = 0; process.stdout.write('a\\n'); write(1, 'b\\n'); setTimeout(() => {}, 1); queueMicrotask(() => {}); Promise.resolve().then(() => {});
     const after = calls; write(1, after + '\\n')`,
  ],
  'parts of all objects': [
    'cjs',
    `Object.prototype.get = function () { return 7 }; Object.prototype.line = 3; Object.prototype.apply = () => 'no';
     console.log('a'); process.stdout.write('b\\n'); setTimeout(() => process.stderr.write('c\\n'), 1)`,
  ],
  'errors that a handle hands over': [
    'cjs',
    `require('net').connect(1, '127.0.0.1').on('error', (error) => { console.log(error); console.error(error.stack); });`,
  ],
  'stacks in hooks of the program': [
    'cjs',
    `require('async_hooks').createHook({ before() {}, after() {} }).enable();
     require('fs').stat('.', () => console.log(new Error('hooked').stack));`,
  ],
  'damaged builtins': [
    'cjs',
    `JSON.stringify = () => 'no'; require('fs').writeSync = () => { throw 1 }; Object.prototype.toJSON = () => 'x';
     String.prototype.indexOf = String.prototype.slice = () => { throw 2 }; Array.prototype.push = () => 0;
     Reflect.apply = Buffer.from = () => { throw 3 }; process.stdout.write('fine\\n'); process.stderr.write(new Uint8Array([65, 10]))`,
  ],
};

/** Programs that end with an error, which Node itself reports. */
const failing: Readonly<Record<string, readonly [ModuleKind, string]>> = {
  'a thrown error': ['cjs', `console.log('a');\n\nfunction f() { throw new TypeError('x') }\nf()`],
  'a thrown error in a timer': ['mjs', `setTimeout(() => {\n  null.x\n}, 1)`],
  'what is no error': ['cjs', `throw { a: 1 }`],
  'a syntax error': ['cjs', `const a = 1;\nconst b = ;`],
  'a syntax error in a module': ['mjs', `const a = 1;\nconst b = ;`],
  'an import that is not there': ['mjs', `import { nope } from 'node:fs';`],
  'a rejection': ['cjs', `Promise.reject(new Error('r'))`],
  'a rejection that is no error': ['mjs', `await Promise.reject(5)`],
  'a module that is not there': ['cjs', `require('nope')`],
  'a module that is not there, imported': ['mjs', `import './nope.mjs'`],
};

describe('A run compared with a bare `node file`', function () {
  this.timeout(120_000);
  const world = useRunWorld();

  for (const [name, [kind, code]] of Object.entries(programs)) {
    it(`shows the same: ${name}`, async () => {
      for (const major of someMajors(name)) {
        const [bare, cold, warm] = await Promise.all([
          runBare(world.temporary, world.runtime(major).path, kind, code),
          world.run(code, { kind, major, trace: false }),
          world.runWarm(code, { kind, major }),
        ]);
        assert.deepEqual(asBare(cold), bare, `on Node ${major}`);
        assert.deepEqual(asBare(warm), bare, `recorded, on a Node ${major} that waited`);
      }
    });
  }

  for (const [name, [kind, code]] of Object.entries(failing)) {
    it(`ends with the same words: ${name}`, async () => {
      for (const major of someMajors(name)) {
        const runtime = world.runtime(major);
        const [bare, gated] = await Promise.all([
          runBare(world.temporary, runtime.path, kind, code),
          runGated(runtime, world.childFolder, kind, code),
        ]);
        assert.notEqual(bare.code, 0);
        assert.deepEqual(gated, bare, `on Node ${major}`);
      }
    });
  }
});

function asBare({ lines, exitCode }: RunResult) {
  const texts = (wanted: string) =>
    lines.filter(({ stream }) => stream === wanted).map(({ text }) => text);
  return { stdout: texts('stdout'), stderr: texts('stderr'), code: exitCode };
}
