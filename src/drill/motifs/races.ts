import {
  call,
  chain,
  evaluate,
  executor,
  immediate,
  print,
  settled,
  sleep,
  then,
  tick,
  timeout,
  wait,
} from '../build.ts';
import type { Making, Motif } from '../motif.ts';
import type { Statement } from '../program.ts';

/**
 * What races on any machine: a timer that may or may not be due when the loop first looks, against an
 * immediate. What their callbacks schedule is certain again, and is the question beside the race.
 */
export const raceMotifs: readonly Motif[] = [
  {
    level: 2,
    races: 'script',
    kind: 'cjs',
    against: [],
    make: (making) => ({
      statements: making.random.shuffled([
        timeout(0, ...withJob(making)),
        immediate(print(making.subjects.next().noun)),
      ]),
    }),
  },
  {
    level: 3,
    races: 'script',
    kind: 'cjs',
    against: ['immediates-chain-in-one-phase', 'timer-before-immediate'],
    make({ random, subjects }) {
      const [immediateInside, timerInside] = [
        immediate(print(subjects.next().noun)),
        timeout(0, print(subjects.next().noun)),
      ];
      return {
        statements: random.shuffled([
          timeout(
            0,
            print(subjects.next().noun),
            ...random.shuffled([immediateInside, timerInside]),
          ),
          immediate(print(subjects.next().noun)),
        ]),
      };
    },
  },
  {
    level: 2,
    races: 'callback',
    against: ['immediates-chain-in-one-phase'],
    make: (making) => {
      const { random, subjects, level } = making;
      // On the highest level something belongs to a racer: two lines that change places ask little.
      const racer = () => (level === 4 ? withJob(making) : [print(subjects.next().noun)]);
      const contest = random.shuffled([
        timeout(0, ...racer()),
        immediate(print(subjects.next().noun)),
      ]);
      // What is printed after the timer was made takes the time that it may lack.
      return { statements: [immediate(...contest, ...withJob(making))] };
    },
  },
  {
    level: 2,
    races: 'script',
    kind: 'cjs',
    against: ['executor-runs-later', 'settled-promise-runs-at-once'],
    make: (making) => {
      const { random, subjects } = making;
      const timer = executor({ how: 'setTimeout', delay: 0 }, print(subjects.next().noun));
      return {
        statements: random.shuffled([
          chain(timer, then(print(subjects.next().noun))),
          immediate(...withJob(making)),
        ]),
      };
    },
  },
  {
    level: 3,
    races: 'script',
    kind: 'cjs',
    against: ['await-blocks', 'async-body-runs-later'],
    make: (making) => {
      const { subjects } = making;
      const one = subjects.next();
      return {
        functions: [
          {
            name: one.functionName,
            isAsync: true,
            body: [print(`${one.noun} start`), wait(sleep(0)), print(`${one.noun} end`)],
          },
        ],
        statements: [evaluate(call(one.functionName)), immediate(...withJob(making))],
      };
    },
  },
];

/** A callback that has something run right after it. */
function withJob({ random, subjects }: Making): readonly Statement[] {
  const [outer, inner] = [print(subjects.next().noun), print(subjects.next().noun)];
  return [outer, random.chance(0.5) ? tick(inner) : chain(settled, then(inner))];
}
