import {
  call,
  chain,
  counting,
  evaluate,
  executor,
  give,
  immediate,
  microtask,
  print,
  read,
  settled,
  sleep,
  then,
  thenable,
  tick,
  timeout,
  wait,
} from '../../../src/drill/build.ts';
import type { Program, Statement } from '../../../src/drill/program.ts';

const script = (...body: Statement[]): Program => ({ kind: 'cjs', functions: [], body });

/** One program for each construct, beside something that shows how many microtasks it takes. */
export const handWritten: Readonly<Record<string, Program>> = {
  'queues of the script': script(
    chain(settled, then(print('then'))),
    tick(print('tick'), tick(print('tick in tick')), microtask(print('microtask in tick'))),
    microtask(print('microtask'), tick(print('tick in microtask')), microtask(print('again'))),
    print('script'),
  ),
  'queues between callbacks': script(
    immediate(print('one'), tick(print('tick')), microtask(print('microtask'))),
    immediate(print('two'), immediate(print('four'))),
    immediate(print('three')),
  ),
  'a callback of I/O': script(
    read(
      timeout(0, print('timeout')),
      immediate(print('immediate')),
      tick(print('tick')),
      print('read'),
    ),
    print('script'),
  ),
  'timers after a block': script(
    timeout(0, print('timeout'), immediate(print('made late'))),
    timeout(10, print('longer')),
    immediate(print('immediate')),
    { do: 'block', ms: 40 },
    print('script'),
  ),
  'a longer timer first': script(timeout(300, print('long')), timeout(0, print('short'))),
  'an interval and a timer': script(
    { do: 'interval', delay: 50, times: 3, label: 'beat' },
    print('script'),
  ),
  'a promise that is returned': script(
    chain(settled, then(print('a'), give(settled)), then(print('b'))),
    counting('count', 5),
  ),
  'a thenable': script(
    chain(settled, then(print('a'), give(thenable('t', 't'))), then(print('b'))),
    counting('count', 5),
  ),
  finally: script(
    chain(settled, { via: 'finally', body: [print('finally')] }, then(print('after'))),
    counting('count', 6),
  ),
  'links without a handler': script(
    chain(
      { is: 'rejected', message: 'no' },
      then(print('never')),
      { via: 'catch', body: [print('caught')] },
      { via: 'catch', body: [print('not this')] },
      then(print('after')),
    ),
    counting('count', 6),
  ),
  'an error that is caught two links on': script(
    chain(settled, then(print('a'), { do: 'throw', message: 'no' }), then(give(sleep(50))), {
      via: 'catch',
      body: [print('caught')],
    }),
    counting('count', 5),
  ),
  'await in turn beside all at once': {
    kind: 'cjs',
    functions: [
      ...['first', 'second', 'one', 'other'].map((name) => ({
        name,
        isAsync: true,
        body: [print(name)],
      })),
      {
        name: 'inTurn',
        isAsync: true,
        body: [wait(call('first')), wait(call('second')), print('both')],
      },
    ],
    body: [
      chain({ is: 'all', of: [call('one'), call('other')] }, then(print('all'))),
      evaluate(call('inTurn')),
      counting('count', 5),
    ],
  },
  combinators: script(
    chain({ is: 'all', of: [settled, { is: 'plain' }] }, then(print('all'))),
    chain({ is: 'race', of: [sleep(50), settled] }, then(print('race'))),
    counting('count', 4),
  ),
  executors: script(
    chain(executor('now', print('inside')), then(print('then'))),
    chain(executor({ how: 'setImmediate' }), then(print('late'))),
    print('script'),
  ),
  'async functions': {
    kind: 'cjs',
    functions: [
      { name: 'inner', isAsync: true, body: [print('inner'), wait({ is: 'plain' }), print('on')] },
      { name: 'outer', isAsync: true, body: [print('outer'), wait(call('inner')), print('out')] },
      { name: 'gives', isAsync: true, body: [give(settled)] },
      { name: 'waits', isAsync: true, body: [give(settled, true)] },
    ],
    body: [
      evaluate(call('outer')),
      chain(call('gives'), then(print('given'))),
      chain(call('waits'), then(print('waited'))),
      counting('count', 5),
      print('script'),
    ],
  },
  'await of a thenable, of a sleep and of a rejection': script(
    evaluate({
      is: 'inline',
      body: [
        wait(thenable('value', 'thenable')),
        print('after it'),
        { do: 'try', body: [wait({ is: 'rejected', message: 'no' })], caught: [print('caught')] },
        wait(sleep(50)),
        print('slept'),
      ],
    }),
    counting('count', 5),
  ),
  'emitters and functions that repeat themselves': script(
    {
      do: 'listen',
      emitter: 'bell',
      event: 'ring',
      listeners: [[print('first')], [print('second')]],
    },
    { do: 'emit', emitter: 'bell', event: 'ring' },
    { do: 'repeat', name: 'knock', schedule: 'nextTick', times: 3, label: 'knock' },
    { do: 'repeat', name: 'pace', schedule: 'await', times: 3, label: 'pace' },
    { do: 'repeat', name: 'tap', schedule: 'setImmediate', times: 2, label: 'tap' },
    counting('count', 2),
    print('script'),
  ),
  'the body of an ES module': {
    kind: 'mjs',
    functions: [],
    body: [
      tick(print('tick')),
      chain(settled, then(print('then'))),
      print('body'),
      wait({ is: 'plain' }),
      print('after await'),
      read(print('read'), timeout(0, print('timeout')), immediate(print('in read'))),
    ],
  },
};
