import type { RecordedCase } from './recorded-one-go.ts';

const log = (text: string) => `() => console.log('${text}')`;

/** Of the rules about worker threads and child processes. */
export const threadCases: readonly RecordedCase[] = [
  {
    rule: 'worker-exits-last',
    // The worker lives until its message was taken, however slow the machine is.
    code: "const { Worker } = require('worker_threads');\nconst code = `const { parentPort } = require('worker_threads');\nparentPort.once('message', () => {});\nparentPort.postMessage('a');`;\nconst worker = new Worker(code, { eval: true });\nworker.on('message', (text) => {\n  console.log(text);\n  worker.postMessage('go');\n});\nworker.on('exit', () => console.log('b'));",
    lines: ['a', 'b'],
    says: /only then emits `exit`/,
  },
  {
    rule: 'delivered-before-exit',
    // The worker has stopped long before this thread takes anything of it.
    code: "const { Worker } = require('worker_threads');\nconst workerData = new Int32Array(new SharedArrayBuffer(4));\nconst code = `const { parentPort, workerData } = require('worker_threads');\nparentPort.postMessage('a');\nprocess.on('exit', () => {\n  Atomics.store(workerData, 0, 1);\n  Atomics.notify(workerData, 0);\n});`;\nnew Worker(code, { eval: true, workerData })\n  .on('message', (text) => console.log(text))\n  .on('exit', () => console.log('b'));\nAtomics.wait(workerData, 0, 0);\nAtomics.wait(workerData, 0, 1, 500);",
    lines: ['a', 'b'],
    says: /emitted `exit` right after it/,
  },
  {
    rule: 'delivered-at-exit',
    // The worker is gone before this thread takes anything of it, however late it began.
    code: "const { Worker } = require('worker_threads');\nconst workerData = new Int32Array(new SharedArrayBuffer(4));\nconst code = `const { parentPort, workerData } = require('worker_threads');\nparentPort.postMessage('a');\nprocess.on('exit', () => {\n  Atomics.store(workerData, 0, 1);\n  Atomics.notify(workerData, 0);\n});\nprocess.exit();`;\nnew Worker(code, { eval: true, workerData })\n  .on('message', (text) => console.log(text))\n  .on('online', () => console.log('b'));\nAtomics.wait(workerData, 0, 0);\nconst until = Date.now() + 500;\nwhile (Date.now() < until);",
    lines: ['a', 'b'],
    certainty: 'unknown',
    says: /right before `exit`, port by port/,
  },
  {
    rule: 'stream-or-child-closes',
    // It closes its output long after it has exited: another process holds that open.
    code: `const child = require('child_process').spawn('sh', ['-c', 'sleep 0.3 &'], { stdio: ['ignore', 'pipe', 'ignore'] });\nchild.on('close', ${log('a')});\nchild.stdout.on('close', ${log('b')});\nchild.stdout.resume();`,
    lines: ['a', 'b'],
    certainty: 'unknown',
    says: /process decides which of these happens/,
  },
  {
    rule: 'delivered-in-one-go',
    // The worker has stopped by the time that this thread takes what it sent.
    code: `const { Worker } = require('worker_threads');\nconst worker = new Worker('throw new Error("error")', { eval: true });\nworker.on('error', () => process.nextTick(${log('b')}));\nworker.on('exit', ${log('a')});\nAtomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2000);`,
    lines: ['a', 'b'],
    certainty: 'unknown',
    says: /the `process\.nextTick` callback on line 3 may run before the first line is printed/,
  },
];
