import assert from 'node:assert/strict';
import {
  currentVisit,
  mostVisits,
  moved,
  noVisits,
  readVisits,
  visited,
} from '../../../src/features/answer/visits.ts';
import type { Visits } from '../../../src/features/answer/visits.ts';

const visit = (question: string) => ({ question, seed: 1, key: `key of ${question}` });
const visits = (...questions: readonly string[]): Visits =>
  questions.reduce((all, question) => visited(all, visit(question)), noVisits);
const shown = (all: Visits | undefined) => all && currentVisit(all)?.question;

describe('The questions that were opened', () => {
  it('can be gone back through, and forward again', () => {
    const back = moved(visits('a', 'b', 'c'), -1);
    assert.equal(shown(back), 'b');
    assert.ok(back);
    assert.equal(shown(moved(back, -1)), 'a');
    assert.equal(shown(moved(back, 1)), 'c');
  });

  it('end at the first and at the last one', () => {
    assert.equal(moved(noVisits, -1), undefined);
    assert.equal(moved(noVisits, 1), undefined);
    assert.equal(moved(visits('a'), -1), undefined);
    assert.equal(moved(visits('a', 'b'), 1), undefined);
  });

  it('are forgotten after the one from which another way is taken', () => {
    const back = moved(visits('a', 'b', 'c'), -1);
    assert.ok(back);
    const other = visited(back, visit('d'));
    assert.deepEqual(
      other.list.map(({ question }) => question),
      ['a', 'b', 'd'],
    );
    assert.equal(moved(other, 1), undefined);
  });

  it('are as many as the page remembers, the latest ones', () => {
    const many = visits(...Array.from({ length: mostVisits + 3 }, (_, at) => `q${at}`));
    assert.equal(many.list.length, mostVisits);
    assert.equal(many.list[0]?.question, 'q3');
    assert.equal(shown(many), `q${mostVisits + 2}`);
  });

  it('are there after a reload, if what was stored is what it should be', () => {
    const all = moved(visits('a', 'b'), -1);
    assert.deepEqual(readVisits(JSON.parse(JSON.stringify(all))), all);
    const [one] = visits('a').list;
    const wrong = [
      undefined,
      null,
      'x',
      [],
      {},
      { list: [one], at: 1 },
      { list: [one], at: -1 },
      { list: [one], at: 0.5 },
      { list: [{ ...one, seed: 'x' }], at: 0 },
      { list: [one, {}], at: 0 },
      { list: 'a', at: 0 },
    ];
    for (const stored of wrong) assert.deepEqual(readVisits(stored), noVisits);
  });
});
