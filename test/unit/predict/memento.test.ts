import assert from 'node:assert/strict';
import { readMemento, restorePage } from '../../../src/features/predict/memento.ts';
import type { Card, Draft, PageSnippet, PredictMemento } from '../../../src/shared/predict.ts';

const card = (text: string): Card => ({ stream: 'stdout', text, typed: text });
const empty: Draft = { mode: 'cards', placed: [], typed: '', nothing: false };
const fresh: PageSnippet = {
  title: 't',
  kind: 'cjs',
  cards: [card('a'), card('b')],
  mayLeaveOut: false,
  mayPrintNothing: false,
};
const stored: PredictMemento = {
  version: 1,
  page: 'p',
  source: { snippet: 'q/s' },
  cards: [card('b'), card('a')],
  draft: { ...empty, placed: [1] },
  status: { kind: 'idle', run: 4 },
};

describe('A restored page', () => {
  it('has the prediction so far, with the cards as they lay', () => {
    const { snippet, draft } = restorePage(fresh, stored, empty);
    assert.deepEqual(snippet.cards, stored.cards);
    assert.deepEqual(draft.placed, [1]);
  });

  it('begins anew when the snippet has other lines now', () => {
    const changed = { ...fresh, cards: [card('a'), card('c')] };
    const { snippet, draft, status } = restorePage(changed, stored, empty);
    assert.deepEqual([snippet, draft], [changed, empty]);
    assert.deepEqual(status, { kind: 'idle', run: 4 });
  });

  it('keeps the last result, and does not go on with a run', () => {
    const outcome = { kind: 'notRun', reason: 'failed', message: '' } as const;
    const finished = { kind: 'finished', run: 4, predicting: true, outcome } as const;
    assert.deepEqual(restorePage(fresh, { ...stored, status: finished }, empty).status, finished);
    const running = { kind: 'running', run: 4, predicting: true } as const;
    const { status } = restorePage(fresh, { ...stored, status: running }, empty);
    assert.deepEqual(status, { kind: 'idle', run: 4 });
  });

  it('is given up when what was stored can not be read', () => {
    assert.ok(readMemento(stored));
    const broken = [
      undefined,
      null,
      'x',
      {},
      { ...stored, version: 2 },
      { ...stored, source: {} },
      { ...stored, source: { program: { code: 1 } } },
      { ...stored, draft: undefined },
      { ...stored, status: undefined },
    ];
    for (const state of broken) assert.equal(readMemento(state), undefined);
  });
});
