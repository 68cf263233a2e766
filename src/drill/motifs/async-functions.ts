import {
  call,
  chain,
  counting,
  evaluate,
  executor,
  give,
  immediate,
  inline,
  plain,
  print,
  settled,
  sleep,
  then,
  thenable,
  tick,
  timeout,
  wait,
} from '../build.ts';
import type { Subject } from '../labels.ts';
import type { Motif } from '../motif.ts';
import { callback } from './callback.ts';
import { counter } from './counter.ts';

/** Async functions and `await`. */
export const asyncMotifs: readonly Motif[] = [
  {
    level: 1,
    against: ['async-body-runs-later', 'await-goes-on', 'await-blocks'],
    make({ random, subjects }) {
      const one = subjects.next();
      const body = [
        print(`${one.noun} start`),
        wait(random.pick([plain, settled])),
        print(`${one.noun} end`),
      ];
      const asFunction = random.chance(0.75);
      return {
        ...(asFunction && { functions: [{ name: one.functionName, isAsync: true, body }] }),
        statements: [
          evaluate(asFunction ? call(one.functionName) : inline(...body)),
          random.pick([print, (noun: string) => tick(print(noun))])(subjects.next().noun),
        ],
      };
    },
  },
  {
    level: 2,
    counts: true,
    against: ['await-goes-on', 'await-blocks', 'await-takes-three', 'async-body-runs-later'],
    make(making) {
      const { random, subjects } = making;
      const [inner, outer] = [subjects.next(), subjects.next()];
      const waits = random.chance(0.5);
      return {
        functions: [
          {
            name: inner.functionName,
            isAsync: true,
            body: waits ? [wait(settled), print(inner.noun)] : [print(inner.noun)],
          },
          {
            name: outer.functionName,
            isAsync: true,
            body: [
              print(`${outer.noun} start`),
              wait(call(inner.functionName)),
              print(`${outer.noun} end`),
            ],
          },
        ],
        statements: [
          evaluate(call(outer.functionName)),
          random.chance(0.6)
            ? counter(making, 2)
            : chain(settled, then(print(subjects.next().noun))),
        ],
      };
    },
  },
  {
    level: 4,
    against: ['returning-a-promise-is-free', 'await-takes-three'],
    make({ random, subjects }) {
      const [one, other] = [subjects.next(), subjects.next()];
      const returning = ({ functionName, noun }: Subject, awaited: boolean) => ({
        ...{ name: functionName, isAsync: true, body: [print(noun), give(settled, awaited)] },
      });
      const ended = (subject: Subject) =>
        chain(call(subject.functionName), then(print(subjects.next().noun)));
      return {
        functions: random.shuffled([returning(one, false), returning(other, true)]),
        statements: [ended(one), ended(other)],
      };
    },
  },
  {
    level: 3,
    counts: true,
    against: ['returning-a-promise-is-free', 'await-takes-three'],
    make(making) {
      const { random, subjects } = making;
      const [one, end] = [subjects.next(), subjects.next()];
      return {
        functions: [
          {
            name: one.functionName,
            isAsync: true,
            body: [print(one.noun), give(settled, random.chance(0.4))],
          },
        ],
        statements: [
          chain(call(one.functionName), then(print(end.noun))),
          counter(making, 3 + random.below(2)),
        ],
      };
    },
  },
  {
    level: 2,
    counts: true,
    against: ['await-takes-three', 'chain-runs-through'],
    make({ random, subjects }) {
      const one = subjects.next();
      return {
        functions: [
          {
            name: one.functionName,
            isAsync: true,
            body: [
              wait(settled),
              print(`${one.noun} 1`),
              wait(random.pick([settled, plain])),
              print(`${one.noun} 2`),
            ],
          },
        ],
        statements: [evaluate(call(one.functionName)), counting(subjects.next().noun, 3)],
      };
    },
  },
  {
    level: 3,
    counts: true,
    against: ['thenable-is-free'],
    make(making) {
      const one = making.subjects.next();
      return {
        functions: [
          {
            name: one.functionName,
            isAsync: true,
            body: [
              wait(thenable(one.noun, `${one.noun} requested`)),
              print(`${one.noun} received`),
            ],
          },
        ],
        statements: [evaluate(call(one.functionName)), counter(making, 2)],
      };
    },
  },
  {
    level: 2,
    counts: true,
    against: ['await-blocks', 'await-goes-on', 'chain-runs-through'],
    make(making) {
      const { random, subjects } = making;
      const one = subjects.next();
      const { failure } = subjects.setting;
      const [caught, last] = [print(`${one.noun} failed`), print(`${one.noun} done`)];
      return {
        functions: [
          {
            name: failure.functionName,
            isAsync: true,
            body: [
              ...(random.chance(0.5) ? [wait(plain)] : []),
              { do: 'throw', message: failure.message },
            ],
          },
          {
            name: one.functionName,
            isAsync: true,
            body: [
              {
                do: 'try',
                body: [print(one.noun), wait(call(failure.functionName))],
                caught: [caught],
                ...(random.chance(0.4) && { last: [last] }),
              },
            ],
          },
        ],
        statements: [evaluate(call(one.functionName)), counter(making, 2)],
      };
    },
  },
  {
    level: 2,
    // Above, it only adds a line at the end.
    highest: 3,
    against: ['await-blocks', 'async-body-runs-later'],
    make({ random, subjects }) {
      const one = subjects.next();
      const beside = random.pick([
        (noun: string) => immediate(print(noun)),
        (noun: string) => timeout(0, print(noun)),
        (noun: string) => chain(settled, then(print(noun))),
      ]);
      return {
        functions: [
          {
            name: one.functionName,
            isAsync: true,
            body: [
              print(`${one.noun} start`),
              wait(sleep(random.pick([50, 200]))),
              print(`${one.noun} end`),
            ],
          },
        ],
        statements: [evaluate(call(one.functionName)), beside(subjects.next().noun)],
      };
    },
  },
  {
    level: 4,
    against: ['await-blocks', 'async-body-runs-later', 'queues-once-a-turn'],
    make(making) {
      const { random, subjects } = making;
      const one = subjects.next();
      const how = random.pick(['setImmediate', 'setImmediate', 'nextTick'] as const);
      const beside = how === 'nextTick' ? tick : immediate;
      return {
        functions: [
          {
            name: one.functionName,
            isAsync: true,
            body: [print(`${one.noun} start`), wait(executor({ how })), print(`${one.noun} end`)],
          },
        ],
        statements: [evaluate(call(one.functionName)), beside(...callback(making))],
      };
    },
  },
  {
    level: 2,
    kind: 'mjs',
    against: ['await-goes-on', 'ticks-always-first'],
    make({ random, subjects }) {
      return {
        statements: [
          tick(print(subjects.next().noun)),
          chain(settled, then(print(subjects.next().noun))),
          wait(random.pick([plain, settled])),
          print(subjects.next().noun),
        ],
        isTopLevel: true,
      };
    },
  },
];
