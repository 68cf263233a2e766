import assert from 'node:assert/strict';
import { noBeliefs } from '../../../src/drill/belief-set.ts';
import {
  chain,
  immediate,
  microtask,
  print,
  repeat,
  settled,
  then,
  tick,
  timeout,
} from '../../../src/drill/build.ts';
import { nominal } from '../../../src/drill/chance.ts';
import { makeDrill } from '../../../src/drill/make-drill.ts';
import { mutantsOf } from '../../../src/drill/mutants.ts';
import type { Program, Statement } from '../../../src/drill/program.ts';
import { runProgram } from '../../../src/drill/run-program.ts';
import { turnedShare } from '../../../src/drill/turned-share.ts';

const script = (...body: Statement[]): Program => ({ kind: 'cjs', functions: [], body });
const linesOf = (program: Program): string =>
  runProgram(program, noBeliefs, nominal).lines.join(' ');

describe('A program without one of its ingredients', () => {
  it('has microtasks in place of ticks, wherever they are', () => {
    const decides = script(chain(settled, then(print('promise'))), tick(print('tick')));
    const idle = script(timeout(0, tick(print('tick')), microtask(print('microtask'))));
    assert.deepEqual(mutantsOf(decides).map(linesOf), ['promise tick']);
    assert.equal(linesOf(decides), 'tick promise');
    assert.deepEqual(mutantsOf(idle).map(linesOf), [linesOf(idle)]);
    const again = script(microtask(print('microtask')), repeat('again', 'nextTick', 2, 'turn'));
    assert.equal(linesOf(again), 'turn 1 turn 2 microtask');
    assert.deepEqual(mutantsOf(again).map(linesOf), ['turn 1 microtask turn 2']);
  });

  it('keeps the thread no longer busy', () => {
    const busy = script(timeout(300, print('timer')), immediate(print('immediate')), {
      ...{ do: 'block', ms: 350 },
    });
    assert.equal(linesOf(busy), 'timer immediate');
    assert.deepEqual(mutantsOf(busy).map(linesOf), ['immediate timer']);
  });

  it('is CommonJS in place of an ES module, unless it awaits', () => {
    const body = [tick(print('tick')), chain(settled, then(print('promise')))];
    const [mutant] = mutantsOf({ kind: 'mjs', functions: [], body }).filter(
      ({ kind }) => kind === 'cjs',
    );
    assert.equal(mutant && linesOf(mutant), 'tick promise');
    assert.equal(linesOf({ kind: 'mjs', functions: [], body }), 'promise tick');
    const awaits: Statement = { do: 'await', value: { is: 'plain' } };
    const kinds = mutantsOf({ kind: 'mjs', functions: [], body: [awaits, ...body] });
    assert.deepEqual(
      kinds.map(({ kind }) => kind),
      ['mjs'],
    );
  });
});

describe('The share of pairs that are printed in another order than they are written', () => {
  it('is 0 for what is printed as it is written, and 1 for the reverse', () => {
    assert.equal(turnedShare(['a', 'b', 'c'], ['a', 'b', 'c']), 0);
    assert.equal(turnedShare(['a', 'b', 'c'], ['c', 'b', 'a']), 1);
    assert.equal(turnedShare(['a', 'b', 'c'], ['b', 'a', 'c']), 1 / 3);
    assert.equal(turnedShare(['a'], ['a']), 0);
  });
});

describe('A program of level 4', () => {
  it('has nothing in it that makes no difference, and at most 28 lines of code', () => {
    for (let seed = 1; seed <= 25; seed++) {
      const drill = makeDrill({ level: 4, seed });
      if (!drill) continue;
      const same = mutantsOf(drill.program).filter(
        (mutant) => linesOf(mutant) === drill.outputs[0]?.join(' '),
      );
      assert.equal(same.length, 0, drill.code);
      assert.ok(drill.code.split('\n').filter(Boolean).length <= 28, drill.code);
    }
  });
});
