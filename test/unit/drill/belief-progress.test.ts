import assert from 'node:assert/strict';
import {
  beliefProgress,
  weakest,
  type BeliefProgress,
  type DatedAnswer,
} from '../../../src/drill/belief-progress.ts';
import { makeDrill } from '../../../src/drill/make-drill.ts';

const day = 24 * 60 * 60_000;
const belief = 'await-blocks';
const [told, now] = [100 * day, 110 * day];

describe('The progress of beliefs', () => {
  const drills = [1, 2, 3, 4].map(
    (seed) => makeDrill({ level: 2, seed, aim: belief }) ?? assert.fail(),
  );
  const answer = (number: number, kind: 'as believed' | 'right', at: number): DatedAnswer => {
    const drill = drills[number] ?? assert.fail();
    const lines = kind === 'right' ? drill.outputs[0] : drill.believed.get(belief);
    return { drill, prediction: lines ?? [], at };
  };
  const state = (answers: readonly DatedAnswer[], when = now) => {
    const [one] = beliefProgress(answers, [[belief, told]], when);
    return one && [one.state, one.right, one.seen];
  };
  const fits = answer(0, 'as believed', told - day);
  const right = [1, 2, 3].map((number) => answer(number, 'right', told + number * day));

  it('is held until a program that it gets wrong is answered right', () => {
    assert.deepEqual(state([]), ['held', 0, undefined]);
    assert.deepEqual(state([fits]), ['held', 0, told - day]);
    assert.deepEqual(state([answer(1, 'right', told - 2 * day), fits]), ['held', 0, told - day]);
  });

  it('is shaken by right answers, gone after three, and back with one that it predicts', () => {
    assert.deepEqual(state([fits, ...right.slice(0, 2)]), ['shaken', 2, told - day]);
    assert.deepEqual(state([fits, ...right]), ['gone', 3, told - day]);
    assert.deepEqual(state([...right.toReversed(), fits]), ['gone', 3, told - day]);
    const again = answer(0, 'as believed', told + 5 * day);
    assert.deepEqual(state([fits, ...right, again]), ['held', 0, told + 5 * day]);
  });

  it('counts the answers to programs that it gets wrong, and those that were wrong', () => {
    const [one] = beliefProgress([fits, ...right.slice(0, 2)], [[belief, told]], now);
    assert.deepEqual([one?.wrong, one?.asked], [1, 3]);
  });

  it('is not gone for good: right answers of long ago count less', () => {
    assert.deepEqual(state([fits, ...right], told + 200 * day), ['shaken', 3, told - day]);
  });

  it('learns nothing from programs that the belief gets right, nor from races', () => {
    const other = drills[1] ?? assert.fail();
    const race: DatedAnswer = {
      drill: { ...other, recipe: { ...other.recipe, race: true } },
      prediction: other.outputs[0] ?? [],
      at: told + day,
    };
    const silent = { ...race, drill: { ...other, believed: new Map() } };
    assert.deepEqual(state([fits, race, silent]), ['held', 0, told - day]);
  });

  it('has the belief that was told last first', () => {
    const all = beliefProgress(
      [],
      [
        [belief, 1],
        ['await-goes-on', 2],
      ],
      now,
    );
    assert.deepEqual(
      all.map((one) => one.belief),
      ['await-goes-on', belief],
    );
  });

  it('is shown where most of the answers were wrong: none that is gone, or that nothing was asked about', () => {
    const one = (
      belief: BeliefProgress['belief'],
      [wrong, asked]: readonly [number, number],
      state: BeliefProgress['state'] = 'held',
    ): BeliefProgress => ({ belief, wrong, asked, state, found: 1, seen: 1, right: 0 });
    const all = [
      one('await-goes-on', [1, 4]),
      one('zero-means-now', [0, 0]),
      one('await-blocks', [3, 5], 'shaken'),
      one('interval-starts-at-once', [4, 4], 'gone'),
      one('timer-before-immediate', [6, 10]),
    ];
    const shown = (most: number) => weakest(all, most).map(({ belief }) => belief);
    assert.deepEqual(shown(9), ['timer-before-immediate', 'await-blocks', 'await-goes-on']);
    assert.deepEqual(shown(1), ['timer-before-immediate']);
  });
});
