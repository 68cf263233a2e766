import { chain, immediate, microtask, print, repeat, settled, then, tick } from '../build.ts';
import type { Making, Motif, Part } from '../motif.ts';
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
    counts: true,
    against: ['nested-waits-for-turn', 'tick-before-each-job'],
    make: (making) =>
      repeating(making, making.random.pick(['nextTick', 'queueMicrotask']), counter(making, 2)),
  },
  {
    level: 3,
    isLate: true,
    against: ['immediates-chain-in-one-phase'],
    make: (making) =>
      repeating(making, 'setImmediate', immediate(print(making.subjects.next().noun))),
  },
];

/** A function that schedules itself, beside something that comes in between. */
function repeating(making: Making, how: RepeatSchedule, beside: Statement): Part {
  const { functionName, noun } = making.subjects.next();
  const times = making.random.chance(0.5) ? 3 : 2;
  return { statements: [repeat(functionName, how, times, noun), beside], isTopLevel: true };
}
