import type { RecordedCase } from './recorded-one-go.ts';

/** How long a file system takes is never known; a busy machine takes no longer than that. */
const soon = (code: string) => `require('fs').stat('.', () => ${code});`;
const later = (code: string) => `setTimeout(() => ${code}, 400);`;
const last = (code: string) => `setTimeout(() => { ${code} }, 800);`;

/** Of the rules about what callbacks leave behind for others, and about what comes from outside. */
export const leftBehindCases: readonly RecordedCase[] = [
  {
    rule: 'functions-from-several',
    code: `const list = [];\n${soon("list.push(() => console.log('a'))")}\n${later("list.push(() => console.log('b'))")}\n${last('for (const call of list) call();')}`,
    lines: ['a', 'b'],
    certainty: 'unknown',
    says: /`fs\.stat` callback on line 2 left the function that printed the first line with `list`/,
  },
  {
    rule: 'values-left-by-several',
    code: `const list = [];\n${soon("list.push('a')")}\n${later("list.push('b')")}\n${last('console.log(list[0]);\nconsole.log(list[1]);')}`,
    lines: ['a', 'b'],
    certainty: 'unknown',
    says: /Both lines print something of `list`/,
  },
  {
    rule: 'whoever-comes-first-prints',
    code: `let isDone = false;\nconst finish = (name) => {\n  console.log(name);\n  if (!isDone) { isDone = true; console.log('b'); }\n};\n${soon("finish('a')")}\n${later("finish('c')")}`,
    lines: ['a', 'b'],
    certainty: 'unknown',
    says: /`fs\.stat` callback on line 6 and the `setTimeout` callback on line 7 \(400 ms\) both came/,
  },
  {
    rule: 'sent-by-others',
    // The worker lives until its messages were taken, however slow the machine is.
    code: "const { Worker } = require('worker_threads');\nconst code = `const { parentPort } = require('worker_threads');\nparentPort.once('message', () => {});\nparentPort.postMessage('a');\nparentPort.postMessage('b');`;\nconst worker = new Worker(code, { eval: true });\nworker.on('message', (text) => {\n  console.log(text);\n  if (text === 'b') worker.postMessage('go');\n});",
    lines: ['a', 'b'],
    certainty: 'unknown',
    says: /another thread, another process or the operating system, is not recorded/,
  },
  {
    rule: 'exit-and-close-in-one-go',
    // It closes its streams long before it exits.
    code: "const child = require('child_process').spawn('sh', ['-c', 'exec >&- 2>&-; sleep 0.5']);\nchild.stdout.resume();\nchild.stderr.resume();\nchild.on('exit', () => process.nextTick(() => console.log('b')));\nchild.on('close', () => console.log('a'));",
    lines: ['a', 'b'],
    certainty: 'unknown',
    says: /may have been scheduled by a listener of its `exit`/,
  },
  {
    rule: 'worker-is-online-first',
    code: "new (require('worker_threads').Worker)(\"console.log('b')\", { eval: true }).on('online', () => console.log('a'));",
    lines: ['a', 'b'],
    says: /before its own code began/,
  },
];
