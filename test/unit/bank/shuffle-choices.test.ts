import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Check } from '../../../src/bank/model.ts';
import { shuffledChoices } from '../../../src/bank/shuffle-choices.ts';
import { renderAnswer } from '../../../src/features/answer/render-answer.ts';
import { plain, question, viewOf } from '../answer/question.ts';

const checkOf = (id: string, count: number): Check => ({
  id,
  question: '?',
  choices: Array.from({ length: count }, (_, at) => ({
    ...{ text: `choice ${at}`, reason: '', correct: at === 0 },
  })),
});

describe('The choices of a quick check', () => {
  it('are all there, each with its place in the bank, and the same for the same seed', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 2, max: 4 }), fc.string(), (seed, count, id) => {
        const check = checkOf(id, count);
        const shown = shuffledChoices(check, seed);
        assert.deepEqual(
          shown.toSorted((a, b) => a.index - b.index),
          check.choices.map((choice, index) => ({ ...choice, index })),
        );
        assert.deepEqual(shuffledChoices(check, seed), shown);
      }),
    );
  });

  it('have the right one in each place equally often', () => {
    const places = [0, 0, 0, 0];
    const seeds = 4_000;
    for (let seed = 0; seed < seeds; seed++) {
      const place = shuffledChoices(checkOf('which', 4), seed).findIndex(({ correct }) => correct);
      places[place] = (places[place] ?? 0) + 1;
    }
    // A quarter of 4,000 has a standard deviation of 27.
    for (const count of places) assert.ok(Math.abs(count - seeds / 4) < 150, places.join());
  });

  it('have an order that says nothing of the next check on the page', () => {
    let same = 0;
    const seeds = 4_000;
    const placeIn = (id: string, seed: number) =>
      shuffledChoices(checkOf(id, 4), seed).findIndex(({ correct }) => correct);
    for (let seed = 0; seed < seeds; seed++) {
      if (placeIn('first', seed) === placeIn('second', seed)) same++;
    }
    assert.ok(Math.abs(same - seeds / 4) < 150, String(same));
  });

  it('are told to the log by their place in the bank, in whatever order they are shown', () => {
    const orders = new Set<string>();
    for (let seed = 0; seed < 20; seed++) {
      const { html } = renderAnswer(viewOf({}, { seed }), plain);
      const shown = [...html.matchAll(/value="(\d)"[^>]*><span>(\w+)</g)];
      for (const [, value, text] of shown) {
        assert.equal(question.checks[0]?.choices[Number(value)]?.text, text);
      }
      orders.add(shown.map(([, , text]) => text).join());
    }
    assert.deepEqual([...orders].sort(), ['That,This', 'This,That']);
  });
});
