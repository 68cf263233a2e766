import assert from 'node:assert/strict';
import { readMemento, restorePage } from '../../../src/features/predict/memento.ts';
import type {
  LineCard,
  Draft,
  PageSnippet,
  PredictMemento,
  RunRecord,
  RunStatus,
} from '../../../src/shared/predict.ts';
import type { Explanation } from '../../../src/trace/explanation.ts';
import type { Trace } from '../../../src/trace/model.ts';
import { shownReasons } from '../../../src/webview/predict/shown-reasons.ts';
import { storableRecord } from '../../../src/webview/predict/storable-record.ts';

const card = (text: string): LineCard => ({ stream: 'stdout', text, typed: text });
const empty: Draft = { mode: 'cards', placed: [], typed: '', nothing: false };
const fresh: PageSnippet = {
  title: 't',
  kind: 'cjs',
  cards: [card('a'), card('b')],
  mayPrintNothing: false,
};
const stored: PredictMemento = {
  version: 2,
  cards: [card('b'), card('a')],
  draft: { ...empty, placed: [1] },
  status: { kind: 'idle', run: 4 },
};

const ran: RunStatus = {
  kind: 'finished',
  run: 4,
  predicting: false,
  outcome: { kind: 'notRun', reason: 'failed', message: '' },
};

const reason: Explanation = {
  rule: 'r',
  certainty: 'certain',
  title: 'A rule.',
  text: 'What it means here.',
  sites: [],
  source: { title: 's', url: 'https://example.org' },
  question: 'q',
};

function recordOf(run: number, lines = 2): RunRecord {
  const trace: Trace = {
    entry: 'cjs',
    tasks: [],
    callbacks: [],
    lines: Array.from({ length: lines }, (_, at) => ({
      stream: 'stdout',
      text: 'x'.repeat(400),
      at,
    })),
    end: lines,
    complete: 'whole',
    untraced: [],
  };
  const wrong = { earlier: 0, later: 1, explanation: reason };
  const pairs = new Array<Explanation>(lines - 1).fill(reason);
  return { recording: { run, trace, explanations: { pairs, wrong } }, questions: { q: 'Q' } };
}

describe('A restored page', () => {
  it('has the prediction so far, with the cards as they lay', () => {
    const { snippet, draft, goesOn } = restorePage(fresh, stored, empty);
    assert.equal(goesOn, true);
    assert.deepEqual(snippet.cards, stored.cards);
    assert.deepEqual(draft.placed, [1]);
  });

  it('has what was tried, with cards of every stream', () => {
    const cards = (['stderr', 'uncaught', 'exit'] as const).map((stream) => ({
      ...card('1'),
      stream,
    }));
    const last = { number: 2, seen: 'line' } as const;
    const tried: PredictMemento = {
      ...{ ...stored, cards, draft: { ...empty, placed: [2, 0] } },
      ...{ tries: { count: 2, seen: 'line', last }, withheld: 'line' },
    };
    assert.deepEqual(readMemento(structuredClone(tried)), tried);
    for (const strange of [
      { tries: { count: -1, seen: 'line' } },
      { tries: { count: 1, seen: 'all' } },
      { tries: { count: 1, seen: 'line', last: { number: 'one' } } },
      { withheld: 'nothing' },
    ]) {
      assert.equal(readMemento({ ...tried, ...strange }), undefined);
    }
  });

  it('begins anew when the snippet has other lines now', () => {
    const changed = { ...fresh, cards: [card('a'), card('c')] };
    const { snippet, draft, status, goesOn } = restorePage(changed, stored, empty);
    assert.deepEqual([snippet, draft, goesOn], [changed, empty, false]);
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

  it('has why the lines came in their order', () => {
    const kept = { ...stored, status: ran, record: recordOf(4) };
    assert.deepEqual(restorePage(fresh, kept, empty).record, recordOf(4));
    assert.equal(restorePage(fresh, { ...kept, record: recordOf(3) }, empty).record, undefined);
    const idle = { ...kept, status: stored.status };
    assert.equal(restorePage(fresh, idle, empty).record, undefined);
  });

  it('is given up when what was stored can not be read', () => {
    assert.ok(readMemento(stored));
    const broken = [
      undefined,
      null,
      'x',
      {},
      { ...stored, version: 1 },
      { ...stored, cards: [1] },
      { ...stored, draft: undefined },
      { ...stored, status: undefined },
      { ...stored, status: {} },
      { ...stored, cards: {} },
      { ...stored, cards: [null, 7] },
      { ...stored, cards: [{}, {}] },
      { ...stored, cards: [{ ...card('a'), stream: 'paper' }, card('b')] },
      { ...stored, cards: [{ ...card('a'), typed: undefined }, card('b')] },
      { ...stored, draft: [] },
      { ...stored, draft: { ...empty, placed: 'x' } },
      { ...stored, draft: { ...empty, placed: [2] } },
      { ...stored, draft: { ...empty, placed: [0, 0] } },
      { ...stored, draft: { ...empty, placed: [-1] } },
      { ...stored, draft: { ...empty, typed: 1 } },
      { ...stored, draft: { ...empty, mode: 'drawn' } },
    ];
    for (const state of broken) assert.equal(readMemento(state), undefined);
  });
});

describe('The record of a run', () => {
  it('is stored whole while it is small', () => {
    const small = recordOf(1);
    assert.equal(storableRecord(small), small);
  });

  it('is stored without its trace when it is big, with all that explains a wrong prediction', () => {
    const big = recordOf(1, 2000);
    const cut = storableRecord(big);
    assert.equal(cut.recording, undefined);
    assert.deepEqual(cut.explained?.explanations.wrong, big.recording?.explanations.wrong);
    assert.equal(cut.explained?.run, 1);
    assert.deepEqual(cut.questions, { q: 'Q' });
    assert.ok(JSON.stringify(cut).length < 20_000);
    assert.equal(storableRecord(cut), cut);
  });
});

describe('The reasons between lines', () => {
  const other = { ...reason, text: 'Something else.' };

  it('are not said twice in a row', () => {
    const pairs = [reason, reason, other, reason, undefined, reason];
    const shown = shownReasons({ pairs });
    assert.deepEqual(shown, [reason, undefined, other, reason, undefined, reason]);
  });

  it('end where nobody reads them any more', () => {
    const pairs = Array.from({ length: 900 }, (_, at) => (at % 2 ? other : reason));
    assert.deepEqual(shownReasons({ pairs }), pairs.slice(0, 50));
  });
});
