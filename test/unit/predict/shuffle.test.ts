import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchLines } from '../../../src/order/matcher.ts';
import type { Order } from '../../../src/order/order.ts';
import { pageSnippet } from '../../../src/features/predict/page-snippet.ts';
import { shuffle } from '../../../src/features/predict/shuffle.ts';
import type { Subject } from '../../../src/features/subject/subject.ts';

const cards = (expect: Order, seed: number, code = '') => {
  const program = { code, kind: 'cjs', title: '', expect } as const;
  const subject: Subject = { kind: 'program', program, own: false };
  return pageSnippet(subject, seed);
};

describe('The cards of a prediction', () => {
  it('are the same for the same seed', () => {
    const items = ['a', 'b', 'c', 'd', 'e'];
    assert.deepEqual(
      shuffle(items, 7, () => false),
      shuffle(items, 7, () => false),
    );
  });

  it('are all there, whatever the seed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const shuffled = shuffle(items, seed, () => false);
        assert.deepEqual(shuffled.toSorted(), items.toSorted());
      }),
    );
  });

  it('never lie in an order that could be printed', () => {
    const orders: Order[] = [
      ['a', 'b'],
      ['a', { any: ['b', 'c'] }, 'd'],
      ['a', 'b', 'c', 'd', 'e'],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...orders), fc.integer(), (expect, seed) => {
        const lines = cards(expect, seed).cards;
        assert.notEqual(matchLines(expect, lines, { comparison: 'text' }).kind, 'match');
      }),
    );
  });

  it('may lie in any order where every order could be printed', () => {
    assert.equal(cards({ any: ['a', 'b'] }, 1).cards.length, 2);
  });

  it('tell when nothing may be printed', () => {
    assert.equal(cards(['a', 'b'], 1).mayPrintNothing, false);
    assert.equal(cards({ opt: 'a' }, 1).mayPrintNothing, true);
  });

  it('hold lines of the code that are never printed, and lie in no order that is right without them', () => {
    const code = "console.log('a');\nif (false) console.log('x');\nconsole.log('b');";
    const expect: Order = ['a', 'b'];
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const texts = cards(expect, seed, code).cards.map(({ text }) => text);
        assert.deepEqual(texts.toSorted(), ['a', 'b', 'x']);
        assert.ok(texts.indexOf('b') < texts.indexOf('a'));
      }),
    );
  });

  it('say what they are as they would be typed', () => {
    const { cards: all } = cards([{ err: 'e' }, { uncaught: 'Error: x' }, { exit: 1 }], 1);
    assert.deepEqual(all.map(({ typed }) => typed).toSorted(), [
      'Uncaught Error: x',
      'e',
      'exit code 1',
    ]);
  });
});
