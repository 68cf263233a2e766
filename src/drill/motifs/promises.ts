import {
  call,
  caught,
  chain,
  counting,
  define,
  executor,
  give,
  inline,
  last,
  plain,
  print,
  rejected,
  settled,
  sleep,
  stored,
  then,
  thenable,
  wait,
} from '../build.ts';
import type { Making, Motif } from '../motif.ts';
import type { Statement } from '../program.ts';

/** Chains of promises, and how many microtasks their links take. */
export const promiseMotifs: readonly Motif[] = [
  {
    level: 1,
    counts: true,
    against: ['chain-runs-through', 'settled-promise-runs-at-once'],
    make({ random, subjects, level }) {
      const links = level === 1 ? 2 : 2 + random.below(2);
      return {
        statements: [counting(subjects.next().noun, links), counting(subjects.next().noun, 2)],
      };
    },
  },
  {
    level: 1,
    against: ['executor-runs-later', 'settled-promise-runs-at-once'],
    make({ random, subjects, level }) {
      const [outside, inside] = [subjects.next(), subjects.next()];
      const reaction = then(print(outside.noun));
      const later = level > 1 && random.chance(0.3);
      const settles = later
        ? random.pick([{ how: 'setImmediate' } as const, { how: 'nextTick' } as const])
        : 'now';
      const promise = executor(settles, print(inside.noun));
      return {
        statements: random.chance(0.4)
          ? [
              define(inside.variable, promise),
              ...(level > 1 ? [print(subjects.next().noun)] : []),
              chain(stored(inside.variable), reaction),
            ]
          : [chain(promise, reaction)],
      };
    },
  },
  {
    level: 2,
    against: ['chain-runs-through'],
    make({ subjects }) {
      const [one, other] = [subjects.next(), subjects.next()];
      return {
        statements: [
          define(one.variable, settled),
          chain(stored(one.variable), then(print(`${one.noun} 1`)), then(print(`${one.noun} 2`))),
          chain(stored(one.variable), then(print(other.noun))),
        ],
      };
    },
  },
  {
    level: 2,
    counts: true,
    against: ['returning-a-promise-is-free', 'chain-runs-through'],
    make: (making) => {
      const { subjects } = making;
      return besideCounting(making, [
        chain(
          settled,
          then(print(subjects.next().noun), give(settled)),
          then(print(subjects.next().noun)),
        ),
      ]);
    },
  },
  {
    level: 4,
    counts: true,
    against: ['thenable-is-free'],
    make: (making) => {
      const { subjects } = making;
      const first = print(subjects.next().noun);
      const value = subjects.next();
      return besideCounting(making, [
        chain(
          settled,
          then(first, give(thenable(value.variable, value.noun))),
          then(print(subjects.next().noun)),
        ),
      ]);
    },
  },
  {
    level: 2,
    counts: true,
    against: ['link-without-handler-is-free', 'chain-runs-through'],
    make: (making) => {
      // A label that is never printed would say that its handler is passed over.
      const reached = print(making.subjects.next().noun);
      return besideCounting(making, [chain(settled, caught(), then(reached))]);
    },
  },
  {
    level: 3,
    counts: true,
    against: ['finally-takes-one', 'finally-is-last', 'chain-runs-through'],
    make: (making) => {
      const { subjects } = making;
      return besideCounting(making, [
        chain(settled, last(print(subjects.next().noun)), then(print(subjects.next().noun))),
      ]);
    },
  },
  {
    level: 2,
    counts: true,
    against: ['finally-is-last', 'all-is-free'],
    make: ({ random, subjects }) => {
      const first = random.chance(0.5)
        ? chain(settled, last(print(subjects.next().noun)))
        : chain(
            rejected('Timeout'),
            caught(print(subjects.next().noun)),
            last(print(subjects.next().noun)),
          );
      return { statements: [first, counting(subjects.next().noun, 2)] };
    },
  },
  {
    level: 2,
    counts: true,
    against: ['all-is-free'],
    make: (making) => {
      const { random, subjects } = making;
      const member = random.pick([settled, plain]);
      return besideCounting(making, [
        chain({ is: 'all', of: [settled, member] }, then(print(subjects.next().noun))),
      ]);
    },
  },
  {
    level: 2,
    against: ['all-in-sequence', 'async-body-runs-later', 'await-blocks'],
    make({ random, subjects }) {
      const [one, other, end] = [subjects.next(), subjects.next(), subjects.next()];
      const [first, second] = random.pick([
        [sleep(50), sleep(50)],
        [plain, plain],
        [settled, plain],
      ]);
      return {
        functions: [
          { name: one.functionName, isAsync: true, body: startAndEnd(one.noun, wait(first)) },
          {
            name: other.functionName,
            isAsync: true,
            body: startAndEnd(other.noun, wait(second)),
          },
        ],
        statements: [
          chain(
            { is: 'all', of: [call(one.functionName), call(other.functionName)] },
            then(print(end.noun)),
          ),
        ],
      };
    },
  },
  {
    level: 2,
    against: ['race-waits-for-all'],
    make({ random, subjects }) {
      const [slow, quick, end] = [subjects.next(), subjects.next(), subjects.next()];
      const slowly = inline(wait(sleep(50)), print(slow.noun));
      const fast = random.chance(0.5) ? settled : call(quick.functionName);
      const members = random.shuffled([slowly, fast]);
      return {
        ...(fast !== settled && {
          functions: [{ name: quick.functionName, isAsync: true, body: [print(quick.noun)] }],
        }),
        statements: [chain({ is: 'race', of: members }, then(print(end.noun)))],
      };
    },
  },
];

/** A chain that counts microtasks beside the one whose price is the question. */
function besideCounting({ random, subjects }: Making, statements: readonly Statement[]) {
  const counter = counting(subjects.next().noun, 3 + random.below(2));
  return { statements: random.chance(0.7) ? [...statements, counter] : [counter, ...statements] };
}

function startAndEnd(noun: string, between: Statement): readonly Statement[] {
  return [print(`${noun} start`), between, print(`${noun} end`)];
}
