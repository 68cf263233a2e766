import type { Explanation } from '../../../src/trace/explanation.ts';
import type { Trace } from '../../../src/trace/model.ts';
import type { ExplainedTrace } from '../../../src/shared/timeline.ts';
import { TraceBuilder } from './trace-builder.ts';

/** A run that tests and pictures show, with its code. */
export interface Sample {
  readonly code: string;
  readonly recording: ExplainedTrace;
}

const fourWayCode = `console.log('script');

setTimeout(() => console.log('timeout'), 0);
setImmediate(() => console.log('immediate'));

process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('promise'));

console.log('script ends');
`;

/** One of each: the run that every book begins with. A delay of 0 is 1 ms to Node.js. */
export function fourWay(): Sample {
  const ids = { timeout: 0, immediate: 0, tick: 0, promise: 0 };
  const trace = new TraceBuilder()
    .main((script) => {
      script.print('script', 1);
      ids.timeout = script.schedule('timers', 'setTimeout', { line: 3, delayMs: 1 });
      ids.immediate = script.schedule('check', 'setImmediate', { line: 4 });
      ids.tick = script.schedule('nextTick', 'process.nextTick', { line: 6 });
      ids.promise = script.schedule('microtask', 'then', { line: 7 });
      script.print('script ends', 9);
    })
    .run(ids.tick, (script) => script.print('tick', 6), { after: 'main' })
    .run(ids.promise, (script) => script.print('promise', 7), { after: 'main' })
    .nextTurn()
    .run(ids.timeout, (script) => script.print('timeout', 3))
    .run(ids.immediate, (script) => script.print('immediate', 4))
    .build();
  return sample(fourWayCode, trace, [
    pair(
      'sync',
      'The script runs to its end.',
      'Both lines are printed by the script itself, one after the other.',
    ),
    pair(
      'sync-first',
      'The script runs to its end before any callback.',
      'The tick was queued on line 6, but nothing that is queued runs before the script has ended.',
    ),
    pair(
      'tick-promise',
      'The nextTick queue is emptied before the microtask queue.',
      'In a CommonJS script, `process.nextTick` callbacks come first, whatever was scheduled earlier.',
    ),
    pair(
      'jobs-loop',
      'Jobs run before the loop turns.',
      'The reaction of `then` is a microtask, and all of these run before the first timer.',
    ),
    pair(
      'timeout-immediate',
      'A timeout of 0 and an immediate race at top level.',
      'The timer is due after 1 ms. Whether that has passed when the loop gets there differs from run to run.',
      'race',
    ),
  ]);
}

const delayCode = `import { setTimeout as delay } from 'node:timers/promises';

console.log('start');
queueMicrotask(() => console.log('microtask'));
const timer = setInterval(() => console.log('every 20 ms'), 20);

await delay(50);
console.log('after 50 ms');
clearInterval(timer);

process.on('exit', (code) => console.log('exit', code));
`;

/** An ES module that awaits: an interval, a settled promise, waiting, something cancelled. */
export function esModule(): Sample {
  const ids = { job: 0, interval: 0, delay: 0, rest: 0, exit: 0 };
  const trace = new TraceBuilder('mjs')
    .main((script) => {
      script.print('start', 3);
      ids.job = script.schedule('microtask', 'queueMicrotask', { line: 4 });
      ids.interval = script.schedule('timers', 'setInterval', {
        line: 5,
        delayMs: 20,
        repeats: true,
      });
      ids.delay = script.schedule('timers', 'timers/promises.setTimeout', { line: 7, delayMs: 50 });
      ids.rest = script.schedule('microtask', 'await', { line: 7, pending: true });
    })
    .run(ids.job, (script) => script.print('microtask', 4), { after: 'main' })
    .nextTurn()
    .run(ids.interval, (script) => script.print('every 20 ms', 5), { waits: 17.8 })
    .nextTurn()
    .run(ids.interval, (script) => script.print('every 20 ms', 5), { waits: 19.9 })
    .nextTurn()
    .run(ids.delay, (script) => script.settle(ids.rest), { waits: 9.7 })
    .run(
      ids.rest,
      (script) => {
        script.print('after 50 ms', 8);
        script.cancel(ids.interval);
        ids.exit = script.schedule('exit', 'process.on', { line: 11 });
      },
      { after: 'timers' },
    )
    .run(ids.exit, (script) => script.print('exit 0', 11), { event: 'exit' })
    .build();
  return sample(delayCode, trace, []);
}

const fileCode = `const fs = require('node:fs');
const { createServer } = require('node:net');

fs.readFile(__filename, () => {
  console.log('read');
  setTimeout(() => console.log('timeout'), 0);
  setImmediate(() => console.log('immediate'));
  fs.promises.stat(__filename).then(({ size }) => console.log('size', size > 0));
});

const server = createServer((socket) => socket.end('hi'));
server.listen(0, () => {
  console.error('listening');
  server.close(() => console.log('closed'));
});

const until = Date.now() + 60;
while (Date.now() < until);
console.log('blocked');
`;

/** Files and sockets, stderr, a script that blocks, callbacks of Node's own. */
export function fileAndSocket(): Sample {
  const ids = { read: 0, listen: 0, timeout: 0, immediate: 0, stat: 0, size: 0, own: 0, closed: 0 };
  const trace = new TraceBuilder()
    .main(
      (script) => {
        ids.read = script.schedule('poll', 'fs.readFile', { line: 4 });
        ids.listen = script.schedule('nextTick', 'server.listen', { line: 12 });
        script.print('blocked', 19);
      },
      { takes: 63 },
    )
    .run(
      ids.listen,
      (script) => {
        script.print('listening', 13, 'stderr');
        ids.own = script.schedule('nextTick', 'emitCloseNT', { internal: true });
        ids.closed = script.schedule('close', 'server.close', { line: 14 });
      },
      { after: 'main' },
    )
    .run(ids.own, undefined, { after: 'main' })
    .nextTurn()
    .run(ids.read, (script) => {
      script.print('read', 5);
      ids.timeout = script.schedule('timers', 'setTimeout', { line: 6, delayMs: 1 });
      ids.immediate = script.schedule('check', 'setImmediate', { line: 7 });
      ids.stat = script.schedule('poll', 'fs.promises.stat', { line: 8 });
      ids.size = script.schedule('microtask', 'then', { line: 8, pending: true });
    })
    .run(ids.immediate, (script) => script.print('immediate', 7))
    .run(ids.closed, (script) => script.print('closed', 14))
    .nextTurn()
    .run(ids.timeout, (script) => script.print('timeout', 6))
    .run(ids.stat, (script) => script.settle(ids.size))
    .run(ids.size, (script) => script.print('size true', 8), { after: 'poll' })
    .build();
  return sample(fileCode, trace, []);
}

/** `count` callbacks: timers that schedule ticks, jobs and immediates, each printing a line. */
export function longRun(count: number): Sample {
  const builder = new TraceBuilder();
  let next: number[] = [];
  builder.main((script) => {
    next = Array.from({ length: 4 }, (_, index) =>
      script.schedule('timers', 'setTimeout', { line: 2 + index, delayMs: index }),
    );
  });
  for (let ran = 1; ran < count;) {
    builder.nextTurn();
    const turn = next;
    next = [];
    for (const timer of turn) {
      const jobs: number[] = [];
      builder.run(timer, (script) => {
        script.print(`timer ${ran}`, 3);
        jobs.push(script.schedule('nextTick', 'process.nextTick', { line: 5 }));
        jobs.push(script.schedule('microtask', 'then', { line: 6 }));
        jobs.push(script.schedule('check', 'setImmediate', { line: 7 }));
        next.push(script.schedule('timers', 'setTimeout', { line: 8, delayMs: ran % 5 }));
      });
      for (const job of jobs) {
        builder.run(job, (script) => {
          if (job % 3 !== 0) script.print(`job ${job}`, 6);
        });
      }
      ran += 1 + jobs.length;
    }
  }
  return sample(fourWayCode, builder.build(), []);
}

function sample(code: string, trace: Trace, pairs: readonly (Explanation | undefined)[]): Sample {
  return { code, recording: { run: 1, trace, explanations: { pairs } } };
}

function pair(
  rule: string,
  title: string,
  text: string,
  certainty: Explanation['certainty'] = 'certain',
): Explanation {
  return {
    rule,
    certainty,
    title,
    text,
    sites: [],
    source: {
      title: 'Node.js: The event loop',
      url: 'https://nodejs.org/en/learn/asynchronous-work/event-loop-timers-and-nexttick',
    },
    question: 'scheduling-apis',
  };
}
