import assert from 'node:assert/strict';
import {
  call,
  chain,
  define,
  evaluate,
  executor,
  immediate,
  inline,
  microtask,
  plain,
  print,
  read,
  settled,
  stored,
  then,
  thenable,
  tick,
  timeout,
  wait,
} from '../../../src/drill/build.ts';
import type { Program, Statement } from '../../../src/drill/program.ts';
import { readingOrder } from '../../../src/drill/reading-order.ts';
import { recordRun } from '../../../src/drill/recorded-run.ts';
import { areTwoQueuesEnough, turnsOf, wrongReadersOf } from '../../../src/drill/wrong-readers.ts';

const script = (...body: Statement[]): Program => ({ kind: 'cjs', functions: [], body });
const turns = (...body: Statement[]): number => {
  const program = script(...body);
  return turnsOf(program, recordRun(program));
};
const wrong = (program: Program) => wrongReadersOf(program, recordRun(program)).toSorted();

describe('The order in which a program is read', () => {
  it('follows calls, listeners and members of Promise.all', () => {
    const program: Program = {
      kind: 'cjs',
      functions: [
        { name: 'load', isAsync: true, body: [print('a'), wait(plain), print('b')] },
        { name: 'meet', isAsync: true, body: [wait(thenable('t', 'f'))] },
      ],
      body: [
        { do: 'listen', emitter: 'bell', event: 'ring', listeners: [[print('d')], [print('e')]] },
        chain({ is: 'all', of: [call('load')] }, then(print('c'))),
        { do: 'emit', emitter: 'bell', event: 'ring' },
        evaluate(call('meet')),
        define('p', executor('now', print('g'))),
        chain(stored('p'), then(print('h'))),
        { do: 'repeat', name: 'again', schedule: 'nextTick', times: 2, label: 'i' },
        { do: 'try', body: [print('j')], caught: [print('k')], last: [print('l')] },
        evaluate(inline(timeout(0, print('m')))),
      ],
    };
    const [first, last] = [readingOrder(program).slice(0, 8), readingOrder(program).slice(8)];
    assert.equal(first.join(' '), 'a b c d e f g h');
    assert.equal(last.join(' '), 'i 1 i 2 j k l m');
  });
});

describe('Places in which lines are turned', () => {
  const contest = [chain(settled, then(print('promise'))), tick(print('tick'))];

  it('are the queues after one callback, each by itself', () => {
    assert.equal(turns(tick(print('tick')), chain(settled, then(print('promise')))), 0);
    assert.equal(turns(...contest), 1);
    const inside = [chain(settled, then(print('inner'))), tick(print('inner tick'))];
    assert.equal(turns(...contest, immediate(...inside)), 2);
    assert.equal(turns(immediate(...inside)), 1);
  });

  it('are the phases of the loop, but for a timeout of the callback that made the immediate', () => {
    const nested = immediate(print('a'), immediate(print('b')));
    assert.equal(turns(nested, immediate(print('c'))), 1);
    assert.equal(turns(read(timeout(0, print('timer')), immediate(print('immediate')))), 0);
    assert.equal(turns(timeout(300, print('long')), timeout(50, print('short'))), 1);
    assert.equal(turns(timeout(0, print('timer')), print('script')), 0, 'the script is no phase');
  });

  it('are not a line of a callback and one that it queued', () => {
    assert.equal(turns(immediate(microtask(print('microtask')), print('immediate'))), 0);
  });
});

describe('One queue for ticks and microtasks, and one for the loop', () => {
  const areEnough = (program: Program): boolean => {
    const ran = recordRun(program);
    return areTwoQueuesEnough(ran, [ran.lines.map(({ text }) => text)]);
  };

  it('are enough where only the order of scheduling counts, and the delays', () => {
    const fifo = script(
      tick(print('tick')),
      microtask(print('microtask')),
      timeout(50, print('later')),
      immediate(print('immediate'), microtask(print('inner'))),
      print('script'),
    );
    assert.ok(areEnough(fifo));
    const tickFirst = script(microtask(print('microtask')), tick(print('tick')));
    assert.ok(!areEnough(tickFirst));
    const phases = read(timeout(0, print('timer')), immediate(print('immediate')));
    assert.ok(!areEnough(script(phases)));
  });

  it('are enough for a race if they explain one of its outputs', () => {
    const ran = recordRun(script(timeout(0, print('timer')), immediate(print('immediate'))));
    assert.ok(
      areTwoQueuesEnough(ran, [
        ['immediate', 'timer'],
        ['timer', 'immediate'],
      ]),
    );
  });
});

describe('A reader with one shortcut', () => {
  const inOrder = 'the order of the code in each phase';
  const depth = 'callbacks depth first';

  it('is right where the shortcut makes no difference', () => {
    assert.deepEqual(wrong(script(print('a'), tick(print('b')), microtask(print('c')))), []);
  });

  it('takes the order of the code in each phase', () => {
    const program = script(chain(settled, then(print('a'))), tick(print('b')));
    assert.deepEqual(wrong(program), [depth, inOrder]);
  });

  it('follows each callback to its end', () => {
    const program = script(microtask(print('a'), microtask(print('b'))), microtask(print('c')));
    assert.deepEqual(wrong(program), [depth, inOrder]);
    assert.deepEqual(wrong(script(immediate(print('a')), tick(print('b')))), [depth]);
  });

  it('has ticks cut in between microtasks', () => {
    const program = script(microtask(print('a'), tick(print('b'))), microtask(print('c')));
    assert.ok(wrong(program).includes('ticks cut in between microtasks'));
  });

  it('takes an ES module for CommonJS', () => {
    const body = [tick(print('a')), microtask(print('b'))];
    assert.ok(wrong({ ...script(...body), kind: 'mjs' }).includes('an ES module is CommonJS'));
    assert.deepEqual(wrong(script(...body)), []);
  });

  it('has an await go on that throws', () => {
    const program: Program = {
      ...script(evaluate(call('tries')), print('script')),
      functions: [
        { name: 'fails', isAsync: true, body: [{ do: 'throw', message: 'no' }] },
        {
          ...{ name: 'tries', isAsync: true },
          body: [{ do: 'try', body: [wait(call('fails'))], caught: [print('caught')] }],
        },
      ],
    };
    assert.ok(wrong(program).includes('an await of what is there already goes on'));
  });

  it('has a timeout run before an immediate', () => {
    const program = script(read(immediate(print('immediate')), timeout(0, print('timer'))));
    assert.deepEqual(wrong(program), ['a timeout is before an immediate']);
  });
});
