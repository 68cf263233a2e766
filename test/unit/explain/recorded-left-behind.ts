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
    says: /can be reached from the `fs\.stat` callback on line 6 and from the `setTimeout` callback on line 7 \(400 ms\)/,
  },
  {
    rule: 'whoever-comes-first-takes',
    code: `const jobs = ['b'];\nconst next = () => {\n  const job = jobs.shift();\n  if (job) console.log(job);\n};\n${soon("{ console.log('a'); next(); }")}\n${later("{ console.log('c'); next(); }")}`,
    lines: ['a', 'b'],
    certainty: 'unknown',
    says: /because the `fs\.stat` callback on line 6 took what comes next/,
  },
  {
    rule: 'round-takes-what-arrives',
    code: `const { stat } = require('fs/promises');\nconst promises = [stat('.').then(() => 'a'), new Promise((resolve) => setTimeout(resolve, 400, 'c'))];\n(async () => {\n  for (const more of [promises, promises.slice(1)]) {\n    const text = await Promise.race(more);\n    console.log(text);\n    if (more === promises) console.log('b');\n  }\n})();`,
    lines: ['a', 'b'],
    certainty: 'unknown',
    says: /a later round, after the second line, may print this one/,
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
    rule: 'one-read-or-several',
    code: "const net = require('net');\nconst server = net.createServer((socket) => { socket.end('xa'); server.close(); }).listen(0, () => {\n  net.connect(server.address().port).on('data', (data) => {\n    for (const code of data) {\n      console.log(String.fromCharCode(code));\n      process.nextTick(() => console.log('b'));\n    }\n  });\n});",
    lines: ['a', 'b'],
    certainty: 'unknown',
    says: /one read led to both lines\. But what it took can also come in several reads/,
  },
  {
    rule: 'settled-as-received',
    code: `const net = require('net');\nconst server = net.createServer((socket) => {\n  ${soon("socket.write('a')")}\n  ${later("{ socket.end('b'); server.close(); }")}\n}).listen(0, () => {\n  const waiting = new Map();\n  const wait = (text) => new Promise((resolve) => waiting.set(text, resolve));\n  wait('a').then(() => console.log('a'));\n  wait('b').then(() => console.log('b'));\n  const client = net.connect(server.address().port).pause();\n  client.on('data', (data) => {\n    for (const text of String(data)) waiting.get(text)();\n  });\n  ${last('client.resume();')}\n});`,
    lines: ['a', 'b'],
    certainty: 'unknown',
    says: /`fs\.stat` callback on line 3 wrote before the `setTimeout` callback on line 4 \(400 ms\)/,
  },
  {
    rule: 'put-off-in-time',
    code: `const idle = setTimeout(() => console.log('b'), 400);\n${soon("{ console.log('a'); idle.refresh(); }")}`,
    lines: ['a', 'b'],
    certainty: 'unknown',
    says: /Its delay was restarted only later/,
  },
  {
    rule: 'scheduled-as-collected',
    code: `const list = [];\n${soon("list.push('a')")}\n${later("list.push('b')")}\n${last('for (const text of list) setImmediate(() => console.log(text));')}`,
    lines: ['a', 'b'],
    certainty: 'unknown',
    says: /Both lines go back to the `setTimeout` callback on line 4 \(800 ms\), which scheduled something for each/,
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
