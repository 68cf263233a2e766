import assert from 'node:assert/strict';
import * as build from '../../../src/drill/build.ts';
import type { BeliefId } from '../../../src/explain/beliefs.ts';
import { noBeliefs } from '../../../src/drill/belief-set.ts';
import { nominal } from '../../../src/drill/chance.ts';
import { drilledBeliefs } from '../../../src/drill/drilled-beliefs.ts';
import type { Program, Statement } from '../../../src/drill/program.ts';
import { runProgram } from '../../../src/drill/run-program.ts';

const { call, caught, chain, counting, evaluate, executor, give, immediate, inline } = build;
const { last, microtask, plain, print, read, settled, sleep, then, thenable, tick } = build;
const { timeout, wait } = build;

const then1 = (label: string): Statement => chain(settled, then(print(label)));
const waits = (value: Parameters<typeof wait>[0]): Statement =>
  evaluate(inline(print('starts'), wait(value), print('goes on')));
const block: Statement = { do: 'block', ms: 50 };

/** What Node.js prints, what the believer expects, and the statements. */
type Case = readonly [real: string, believed: string, ...body: Statement[]];

/** By hand, from the sentence of each belief. */
const cases: Readonly<Record<string, Case>> = {
  'await-blocks': ['starts b goes on', 'starts goes on b', waits(sleep(50)), print('b')],
  'await-goes-on': ['starts b goes on', 'starts goes on b', waits(settled), print('b')],
  'zero-means-now': ['b a', 'a b', timeout(0, print('a')), print('b')],
  'zero-before-microtasks': [
    'c b a',
    'c a b',
    timeout(0, print('a')),
    tick(print('b')),
    print('c'),
  ],
  'immediate-is-immediate': ['c b a', 'c a b', immediate(print('a')), then1('b'), print('c')],
  'settled-promise-runs-at-once': ['b a', 'a b', then1('a'), print('b')],
  'next-tick-interrupts': ['b a', 'a b', tick(print('a')), print('b')],
  'io-is-instant': ['b a', 'a b', read(print('a')), print('b')],
  'promises-before-ticks': ['a b', 'b a', tick(print('a')), then1('b')],
  'tick-before-each-job': ['a c b', 'a b c', microtask(print('a'), tick(print('b'))), then1('c')],
  'tick-waits-for-turn': ['a b c', 'b a c', tick(print('a')), then1('b'), immediate(print('c'))],
  'nested-waits-for-turn': [
    'a b c d',
    'a c b d',
    ...[tick(print('a'), tick(print('b'))), then1('c'), immediate(print('d'))],
  ],
  'microtask-after-promises': ['a b', 'b a', microtask(print('a')), then1('b')],
  'chain-runs-through': ['a 1 b 1 a 2 b 2', 'a 1 a 2 b 1 b 2', counting('a', 2), counting('b', 2)],
  'returning-a-promise-is-free': [
    'a n 1 n 2 n 3 b n 4',
    'a n 1 b n 2 n 3 n 4',
    ...[chain(settled, then(print('a'), give(settled)), then(print('b'))), counting('n', 4)],
  ],
  'thenable-is-free': [
    'starts n 1 t n 2 goes on n 3',
    'starts t n 1 goes on n 2 n 3',
    ...[counting('n', 3), waits(thenable('t', 't'))],
  ],
  'await-takes-three': [
    'starts goes on n 1 n 2 n 3',
    'starts n 1 n 2 goes on n 3',
    ...[waits(settled), counting('n', 3)],
  ],
  'link-without-handler-is-free': [
    'n 1 a n 2',
    'a n 1 n 2',
    ...[chain(settled, caught(print('x')), then(print('a'))), counting('n', 2)],
  ],
  'finally-takes-one': [
    'a n 1 n 2 n 3 b n 4',
    'a n 1 b n 2 n 3 n 4',
    ...[chain(settled, last(print('a')), then(print('b'))), counting('n', 4)],
  ],
  'finally-is-last': ['a n 1 n 2', 'n 1 n 2 a', chain(settled, last(print('a'))), counting('n', 2)],
  'all-is-free': [
    'n 1 a n 2',
    'a n 1 n 2',
    ...[chain({ is: 'all', of: [settled] }, then(print('a'))), counting('n', 2)],
  ],
  'all-in-sequence': [
    'a b a 2 b 2',
    'a a 2 b b 2',
    chain(
      {
        is: 'all',
        of: [
          inline(print('a'), wait(plain), print('a 2')),
          inline(print('b'), wait(plain), print('b 2')),
        ],
      },
      then(),
    ),
  ],
  'race-waits-for-all': [
    'a slow',
    'slow a',
    chain({ is: 'race', of: [inline(wait(sleep(50)), print('slow')), settled] }, then(print('a'))),
  ],
  'queues-once-a-turn': [
    'a b c',
    'a c b',
    ...[immediate(print('a'), tick(print('b'))), immediate(print('c'))],
  ],
  'timer-before-immediate': ['b a', 'a b', read(timeout(0, print('a')), immediate(print('b')))],
  'immediate-always-first': ['a b', 'b a', timeout(0, print('a')), immediate(print('b')), block],
  'order-of-creation': ['b a', 'a b', timeout(100, print('a')), timeout(0, print('b'))],
  'one-timer-a-turn': [
    'a c b',
    'a b c',
    ...[timeout(0, print('a'), immediate(print('b'))), timeout(0, print('c')), block],
  ],
  'interval-starts-at-once': [
    'b a 1 a 2',
    'a 1 b a 2',
    ...[{ do: 'interval', delay: 50, times: 2, label: 'a' } as const, print('b')],
  ],
  'immediates-chain-in-one-phase': [
    'a c b',
    'a b c',
    ...[immediate(print('a'), immediate(print('b'))), immediate(print('c'))],
  ],
  'emit-is-asynchronous': [
    'a b',
    'b a',
    { do: 'listen', emitter: 'e', event: 'x', listeners: [[print('a')]] },
    { do: 'emit', emitter: 'e', event: 'x' },
    print('b'),
  ],
  'executor-runs-later': ['a b', 'b a', evaluate(executor('now', print('a'))), print('b')],
  'async-body-runs-later': ['a b', 'b a', evaluate(inline(print('a'))), print('b')],
  'code-can-be-interrupted': ['b a', 'a b', timeout(0, print('a')), block, print('b')],
};

describe('A belief of the drill', () => {
  for (const [id, [real, believed, ...body]] of Object.entries(cases)) {
    it(`${id} predicts what its sentence says`, () => {
      const program: Program = { kind: 'cjs', functions: [], body };
      const print = (held: ReadonlySet<BeliefId>): string =>
        runProgram(program, held, nominal).lines.join(' ');
      assert.equal(print(noBeliefs), real);
      assert.equal(print(new Set([id as BeliefId])), believed);
    });
  }

  it('ticks-always-first predicts what its sentence says', () => {
    const body = [tick(print('a')), then1('b')];
    const program: Program = { kind: 'mjs', functions: [], body };
    assert.deepEqual(runProgram(program, noBeliefs, nominal).lines, ['b', 'a']);
    const held = new Set<BeliefId>(['ticks-always-first']);
    assert.deepEqual(runProgram(program, held, nominal).lines, ['a', 'b']);
  });

  it('is covered here', () => {
    const covered = new Set([...Object.keys(cases), 'ticks-always-first']);
    assert.deepEqual(
      drilledBeliefs.filter((id) => !covered.has(id)),
      [],
    );
    assert.equal(drilledBeliefs.length, 35);
  });

  it('blocks the caller until an async function that it waits for is through', () => {
    const program: Program = {
      kind: 'cjs',
      functions: [
        { name: 'inner', isAsync: true, body: [print('a'), wait(sleep(50)), print('b')] },
        { name: 'outer', isAsync: true, body: [wait(call('inner')), print('c')] },
      ],
      body: [then1('e'), evaluate(call('outer')), print('d')],
    };
    const held = new Set<BeliefId>(['await-blocks']);
    assert.deepEqual(runProgram(program, held, nominal).lines, ['a', 'b', 'c', 'd', 'e']);
  });
});
