import { chain, immediate, microtask, print, repeat, settled, then, tick } from '../build.ts';
import type { Motif } from '../motif.ts';
import type { RepeatSchedule, Statement } from '../program.ts';
import { callback } from './callback.ts';
import { counter } from './counter.ts';

/** The nextTick queue and the microtask queue. */
export const queueMotifs: readonly Motif[] = [
  {
    level: 1,
    against: [
      'promises-before-ticks',
      'ticks-always-first',
      'next-tick-interrupts',
      'settled-promise-runs-at-once',
      'tick-waits-for-turn',
    ],
    make(making) {
      const other = making.random.chance(0.7)
        ? chain(settled, then(...callback(making)))
        : microtask(...callback(making));
      return { statements: making.random.shuffled([tick(...callback(making)), other]) };
    },
  },
  {
    level: 1,
    against: ['microtask-after-promises', 'settled-promise-runs-at-once'],
    make(making) {
      return {
        statements: [
          microtask(...callback(making)),
          chain(settled, then(...callback(making))),
          ...(making.level > 2 ? [microtask(...callback(making))] : []),
        ],
      };
    },
  },
  {
    level: 2,
    against: ['tick-before-each-job', 'nested-waits-for-turn', 'tick-waits-for-turn'],
    make({ random, subjects }) {
      const [first, nested, other] = [subjects.next(), subjects.next(), subjects.next()];
      const body = [print(first.noun), tick(print(nested.noun))];
      const schedule = random.chance(0.5)
        ? microtask
        : (...of: Statement[]) => chain(settled, then(...of));
      return { statements: [schedule(...body), chain(settled, then(print(other.noun)))] };
    },
  },
  {
    level: 2,
    against: ['nested-waits-for-turn', 'tick-waits-for-turn', 'queues-once-a-turn'],
    make({ random, subjects }) {
      const nested = random.chance(0.5) ? tick : microtask;
      const inner = nested(print(subjects.next().noun));
      const outer = random.chance(0.5) ? tick : microtask;
      return {
        statements: [
          outer(print(subjects.next().noun), inner),
          random.chance(0.5)
            ? immediate(print(subjects.next().noun))
            : microtask(print(subjects.next().noun)),
        ],
      };
    },
  },
  {
    level: 3,
    against: ['nested-waits-for-turn', 'tick-before-each-job', 'immediates-chain-in-one-phase'],
    make(making) {
      const { random, subjects } = making;
      const subject = subjects.next();
      const how = random.pick<RepeatSchedule>(['nextTick', 'queueMicrotask', 'setImmediate']);
      const beside =
        how === 'setImmediate' ? immediate(print(subjects.next().noun)) : counter(making, 2);
      return {
        statements: [
          repeat(subject.functionName, how, random.chance(0.5) ? 3 : 2, subject.noun),
          beside,
        ],
        isTopLevel: true,
      };
    },
  },
];
