import { cjs, mjs } from './case.ts';

/** Events of the process, errors and the end. */
export const processCases = [
  cjs(
    'beforeExit and exit',
    `
process.once('beforeExit', () => { console.log('beforeExit'); setImmediate(() => console.log('again')); });
process.on('exit', () => console.log('exit'));`,
    [
      'beforeExit: exit 1 event=beforeExit',
      'again: check 1 by=beforeExit',
      'exit: exit 2 event=exit after=exit',
    ],
  ),
  cjs(
    'process.exit',
    `
process.on('exit', (code) => console.log('exit', code));
setTimeout(() => console.log('never'), 5);
console.log('sync');
process.exit(3);`,
    ['sync: main 3', 'exit 3: exit 1 event=exit inside=script', '3: main -'],
  ),
  cjs(
    'process.exit in a callback',
    `
process.on('exit', () => console.log('exit'));
setImmediate(() => process.exit());`,
    ['exit: exit 1 event=exit inside=setImmediate'],
  ),
  cjs(
    'an error in the script',
    `
process.nextTick(() => console.log('never'));
process.on('exit', () => console.log('exit'));
throw new TypeError('no');`,
    ['exit: exit 2 event=exit', 'TypeError: no: main 3', '1: exit -'],
  ),
  cjs(
    'an error in a callback',
    `
setTimeout(() => {
  throw new Error('late');
}, 5);
console.log('sync');`,
    ['sync: main 4', 'Error: late: timers 2 api=setTimeout', '1: timers -'],
  ),
  cjs(
    'a handler of last resort',
    `
process.on('uncaughtException', (error) => console.log('caught', error.message));
setTimeout(() => { throw new Error('a'); }, 5);
setTimeout(() => console.log('goes on'), 30);`,
    ['caught a: timers 1 event=uncaughtException inside=setTimeout', 'goes on: timers 3 inside=-'],
  ),
  cjs(
    'a handler of last resort for the script',
    `
process.on('uncaughtException', (error) => console.log('caught', error.message));
setImmediate(() => console.log('goes on'));
throw new Error('a');`,
    ['caught a: main 1 event=uncaughtException', 'goes on: check 2 inside=-'],
  ),
  cjs(
    'an unhandled rejection that is handled',
    `
process.on('unhandledRejection', (error) => console.log('unhandled', error.message));
Promise.reject(new Error('a'));
process.nextTick(() => console.log('tick'));
queueMicrotask(() => console.log('microtask'));`,
    [
      'tick: nextTick 3',
      'microtask: microtask 4',
      'unhandled a: nextTick 1 event=unhandledRejection after=main',
    ],
  ),
  cjs(
    'an unhandled rejection',
    `
Promise.reject(new Error('a'));
console.log('sync');
setImmediate(() => console.log('never'));`,
    ['sync: main 2', 'Error: a: nextTick 1', '1: nextTick -'],
  ),
  mjs(
    'an unsettled top-level await',
    `
process.on('exit', (code) => console.log('exit', code));
console.log('body');
await new Promise(() => {});`,
    ['body: main 2', 'exit 13: exit 1 event=exit', '13: exit -'],
    { '20': ['body: main 2', 'exit 0: exit 1 event=exit', '13: exit -'] },
  ),
  cjs(
    'a warning',
    `
process.on('warning', (warning) => console.log(warning.message));
process.emitWarning('careful');
console.log('sync');`,
    [
      'sync: main 3',
      '(node:pid) Warning: careful: nextTick 2',
      '(Use `node --trace-warnings ...` to show where the warning was created): nextTick 2',
      'careful: nextTick 1',
    ],
  ),
  cjs(
    'a signal',
    `
process.once('SIGUSR2', () => { console.log('signal'); clearInterval(alive); });
const alive = setInterval(() => {}, 1000);
process.kill(process.pid, 'SIGUSR2');
console.log('sync');`,
    ['sync: main 4', 'signal: poll 1'],
  ),
  cjs(
    'a snippet that changes Error',
    `
Error.stackTraceLimit = 0;
Error.prepareStackTrace = () => 'mine';
delete Error.captureStackTrace;
process.nextTick(() => console.log(new Error().stack, Error.stackTraceLimit));
console.log('sync');`,
    ['sync: main 5', 'mine 0: nextTick 4'],
  ),
  cjs(
    'a snippet that damages prototypes',
    `
Array.prototype.push = Array.prototype.find = Array.prototype.filter = () => { throw 1; };
Map.prototype.get = Set.prototype.has = Object.defineProperty = Reflect.ownKeys = () => { throw 2; };
Object.prototype.get = () => 'x';
JSON.stringify = () => 'no';
setTimeout(() => process.stdout.write('timeout\\n'), 5);
process.stdout.write('sync\\n');`,
    ['sync: main 6', 'timeout: timers 5'],
  ),
  cjs(
    'promises look as ever',
    `
const promise = Promise.resolve(1);
console.log(promise, Object.keys(promise).length, JSON.stringify({ promise }));
promise.then(() => console.log(promise));`,
    ['Promise { 1 } 0 {"promise":{}}: main 2', 'Promise { 1 }: microtask 3'],
  ),
];
