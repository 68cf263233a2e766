import type { RecordedCase } from './recorded-one-go.ts';

/**
 * What in one run led to something, and need not in another one. The lines are numbered as they come, since
 * what races may print them in any order.
 */
export const feederCases: readonly RecordedCase[] = [
  {
    rule: 'first-one-settles',
    code: "let n = 0;\nconst wait = async (ms) => {\n  await new Promise((done) => setTimeout(done, ms));\n  console.log(`wait ${++n}`);\n};\nPromise.race([wait(6), wait(5)]).then(() => console.log('race'));",
    lines: ['wait 1', 'race'],
    certainty: 'race',
    says: /`Promise\.race` microtask on line 6 .*another run/,
  },
  {
    rule: 'first-one-is-waited-for',
    code: 'let n = 0;\nlet turn = Promise.resolve();\nfor (const ms of [6, 5]) setTimeout(() => {\n  turn = turn.then(async () => {\n    await null;\n    console.log(`job ${++n}`);\n  });\n}, ms);',
    lines: ['job 1', 'job 2'],
    certainty: 'race',
    says: /`setTimeout` callback on line 3 .*waits for a promise that .*had made before/,
  },
  {
    rule: 'values-from-several',
    code: "const { EventEmitter, on } = require('node:events');\nconst emitter = new EventEmitter();\nfor (const ms of [6, 5]) setTimeout(() => emitter.emit('value'), ms);\n(async () => {\n  let n = 0;\n  for await (const value of on(emitter, 'value')) {\n    console.log(`value ${++n}`);\n    if (n === 2) break;\n  }\n})();",
    lines: ['value 1', 'value 2'],
    certainty: 'race',
    says: /One step was taken because of the `setTimeout` callback on line 3/,
  },
  {
    rule: 'rounds-print-what-they-find',
    code: "const { Writable } = require('node:stream');\nlet n = 0;\nconst slow = new Writable({\n  write: (chunk, encoding, done) => setTimeout(() => {\n    console.log(`wrote ${++n}`);\n    done();\n  }, 30),\n});\nfor (const ms of [6, 5]) setTimeout(() => slow.write('x'), ms);",
    lines: ['wrote 1', 'wrote 2'],
    certainty: 'race',
    says: /`setTimeout` callback on line 9 \([56] ms\) gave it something before .*other way round/,
  },
  {
    rule: 'error-leaves-the-queues',
    code: "process.on('uncaughtException', () => console.log('handler'));\nsetTimeout(() => console.log('timer'), 400);\nprocess.nextTick(() => { throw new Error('x'); });\nprocess.nextTick(() => console.log('tick'));",
    lines: ['tick', 'timer'],
    certainty: 'unknown',
    says: /An error left the `process\.nextTick` callback on line 3, .*callback on line 4 stayed behind/,
  },
  {
    rule: 'order-of-what-was-collected',
    code: "const { EventEmitter } = require('node:events');\nconst fs = require('node:fs');\nconst app = new EventEmitter();\nlet n = 0;\nconst start = () => app.once('ready', () => console.log(`up ${++n}`));\nfs.stat(__filename, start);\nfs.access(__filename, start);\nsetTimeout(() => app.emit('ready'), 200);",
    lines: ['up 1', 'up 2'],
    certainty: 'unknown',
    says: /the same call in the code printed both\. If what it printed depends on the order of other callbacks, such as .* the record does not show whether it does/,
  },
];
