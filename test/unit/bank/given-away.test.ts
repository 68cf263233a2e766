import assert from 'node:assert/strict';
import { givenAway } from '../../../src/bank/given-away.ts';
import type { Snippet } from '../../../src/bank/model.ts';
import type { Order } from '../../../src/order/order.ts';

const of = (expect: Order, ...decoys: string[]) => {
  const lines = decoys.map((text) => ({ stream: 'stdout', text }) as const);
  return givenAway({ expect, variants: [], decoys: lines } as unknown as Snippet);
};

describe('Cards that give the puzzle away', () => {
  it('are one alone, and some of which every order is right', () => {
    assert.equal(of(['only']), 'oneCard');
    assert.equal(of({ any: ['a', 'b'] }), 'anyOrder');
    assert.equal(of([]), undefined);
  });

  it('are numbered, named or sorted in the order in which they are printed', () => {
    assert.equal(of(['tick 2', 'tock 3', 'tick 10']), 'numbers');
    assert.equal(of(['second 1', 'first 2']), 'numbers');
    assert.equal(of(['the loop starts', 'a job', 'the loop ends']), 'words');
    assert.equal(of(['apple', 'pear', { uncaught: 'Error: a' }, { exit: 1 }]), 'alphabet');
  });

  it('are no others, and none of which a decoy has to be left over', () => {
    assert.equal(of(['sync', 'promise', 'timeout']), undefined);
    assert.equal(of(['only'], 'never'), undefined);
    assert.equal(of({ any: ['a', 'b'] }, 'c'), undefined);
    assert.equal(of(['tick 1', 'tick 2'], 'tick 3'), undefined);
  });
});
