import {
  chain,
  immediate,
  interval,
  microtask,
  print,
  schedule,
  settled,
  then,
  tick,
  timeout,
} from '../build.ts';
import type { Making, Motif } from '../motif.ts';
import type { Statement } from '../program.ts';
import { callback } from './callback.ts';

/** The phases of the event loop: timers, immediates, I/O. */
export const loopMotifs: readonly Motif[] = [
  {
    level: 1,
    highest: 3,
    against: ['zero-means-now', 'zero-before-microtasks'],
    make: (making) => ({
      statements: making.random.shuffled([timeout(0, ...callback(making)), fromQueue(making)]),
    }),
  },
  {
    level: 1,
    highest: 3,
    against: ['immediate-is-immediate', 'immediates-chain-in-one-phase'],
    make: (making) => ({
      statements: making.random.shuffled([immediate(...callback(making)), fromQueue(making)]),
    }),
  },
  {
    level: 1,
    highest: 2,
    isLate: true,
    against: ['order-of-creation', 'zero-means-now'],
    make({ random, subjects }) {
      const [long, short] = random.pick([
        [300, 0],
        [400, 0],
        [400, 100],
        [350, 50],
      ]);
      return {
        statements: [
          timeout(long, print(subjects.next().noun)),
          timeout(short, print(subjects.next().noun)),
        ],
      };
    },
  },
  {
    level: 2,
    isLate: true,
    against: ['queues-once-a-turn'],
    make(making) {
      const { random, subjects } = making;
      const later = random.chance(0.5)
        ? immediate
        : (...body: Statement[]) => timeout(random.chance(0.5) ? 0 : 50, ...body);
      const inner = random.pick([
        (noun: string) => tick(print(noun)),
        (noun: string) => microtask(print(noun)),
        (noun: string) => chain(settled, then(print(noun))),
      ]);
      return {
        statements: [
          later(print(subjects.next().noun), inner(subjects.next().noun)),
          later(print(subjects.next().noun)),
        ],
      };
    },
  },
  {
    level: 2,
    isLate: true,
    against: ['immediates-chain-in-one-phase'],
    make({ subjects }) {
      const nested = immediate(print(subjects.next().noun));
      return {
        statements: [
          immediate(print(subjects.next().noun), nested),
          immediate(print(subjects.next().noun), immediate(print(subjects.next().noun))),
        ],
      };
    },
  },
  {
    level: 2,
    isLate: true,
    against: [
      'timer-before-immediate',
      'io-is-instant',
      'immediate-is-immediate',
      'zero-before-microtasks',
    ],
    make(making) {
      const { random, subjects, level } = making;
      const contest = random.shuffled([
        timeout(0, ...callback(making)),
        immediate(...callback(making)),
      ]);
      const first = print(subjects.next().noun);
      // On the highest level everybody knows the contest: the queues of the callback are a question of their own.
      const queues =
        level === 4 && random.chance(0.5)
          ? [chain(settled, then(print(subjects.next().noun))), tick(print(subjects.next().noun))]
          : [];
      const own = [...queues, ...contest];
      return {
        statements: [
          schedule(
            { how: random.chance(0.7) ? 'readFile' : 'stat' },
            ...(random.chance(0.7) ? [first, ...own] : [...own, first]),
          ),
        ],
      };
    },
  },
  {
    level: 2,
    isLate: true,
    against: ['timer-before-immediate', 'zero-means-now'],
    make({ random, subjects }) {
      const contest = random.shuffled([
        timeout(0, print(subjects.next().noun)),
        immediate(print(subjects.next().noun)),
      ]);
      return {
        statements: [timeout(random.pick([0, 50]), print(subjects.next().noun), ...contest)],
      };
    },
  },
  {
    level: 3,
    kind: 'cjs',
    blocks: true,
    against: ['code-can-be-interrupted', 'immediate-always-first', 'one-timer-a-turn'],
    make({ random, subjects }) {
      const timers = [
        timeout(random.pick([0, 10]), print(subjects.next().noun)),
        immediate(print(subjects.next().noun)),
      ];
      return {
        statements: [
          ...random.shuffled(timers),
          { do: 'block', ms: 20 },
          print(subjects.next().noun),
        ],
        isLast: true,
      };
    },
  },
  {
    level: 3,
    kind: 'cjs',
    blocks: true,
    against: ['one-timer-a-turn', 'immediate-always-first', 'code-can-be-interrupted'],
    make({ random, subjects }) {
      const made = immediate(print(subjects.next().noun));
      return {
        statements: [
          timeout(0, print(subjects.next().noun), made),
          timeout(random.pick([0, 10]), print(subjects.next().noun)),
          { do: 'block', ms: 20 },
          ...(random.chance(0.5) ? [print(subjects.next().noun)] : []),
        ],
        isLast: true,
      };
    },
  },
  {
    level: 3,
    kind: 'cjs',
    blocks: true,
    against: ['order-of-creation', 'one-timer-a-turn', 'immediate-always-first'],
    make({ random, subjects }) {
      // Delays that far apart are due in this order whatever stops the process in between.
      const long = random.pick([300, 350, 400]);
      const timers = [
        timeout(long, print(subjects.next().noun)),
        timeout(random.pick([0, 10]), print(subjects.next().noun)),
      ];
      const beside = immediate(print(subjects.next().noun));
      return {
        statements: [
          ...(random.chance(0.5) ? [beside, ...timers] : [...timers, beside]),
          { do: 'block', ms: long + 50 },
          print(subjects.next().noun),
        ],
        isLast: true,
      };
    },
  },
  {
    level: 2,
    highest: 3,
    isLate: true,
    against: ['interval-starts-at-once'],
    make({ random, subjects }) {
      return {
        statements: [interval(random.pick([50, 100]), 2 + random.below(2), subjects.next().noun)],
      };
    },
  },
];

function fromQueue(making: Making): Statement {
  const { random } = making;
  const body = callback(making);
  return random.pick([tick(...body), microtask(...body), chain(settled, then(...body))]);
}
