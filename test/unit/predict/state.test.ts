import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Card, FinishedRun, PredictPageData, RunStatus } from '../../../src/shared/predict.ts';
import type { Trace } from '../../../src/trace/model.ts';
import type { Action } from '../../../src/webview/predict/action.ts';
import { reduce } from '../../../src/webview/predict/reduce.ts';
import {
  initialState,
  pool,
  predictionOf,
  shownExplanations,
  shownRecording,
  type PageState,
} from '../../../src/webview/predict/state.ts';

const card = (text: string): Card => ({ stream: 'stdout', text, typed: text });
const trace: Trace = {
  entry: 'cjs',
  tasks: [],
  callbacks: [],
  lines: [],
  end: 1,
  complete: 'whole',
  untraced: [],
};

const texts = ['tick', 'promise', 'timeout', 'immediate'];

function page(overrides: Partial<PredictPageData['snippet']> = {}): PageState {
  const data = {
    snippet: {
      title: 'A snippet',
      kind: 'cjs',
      cards: texts.map(card),
      mayPrintNothing: false,
      ...overrides,
    },
    draft: { mode: 'cards', placed: [], typed: '', nothing: false },
    status: { kind: 'idle', run: 0 },
  };
  return initialState(data as unknown as PredictPageData);
}

const after = (actions: readonly Action[], start = page()): PageState =>
  actions.reduce(reduce, start);

const place = (index: number): Action => ({ kind: 'place', card: index });

describe('The state of the prediction page', () => {
  it('places cards in the order in which they are chosen', () => {
    const state = after([place(2), place(0)]);
    assert.deepEqual(predictionOf(state), { mode: 'cards', lines: ['timeout', 'tick'] });
    assert.deepEqual(pool(state), [1, 3]);
  });

  it('moves a card and says where it is now', () => {
    const state = after([place(0), place(1), place(2), { kind: 'move', from: 2, to: 0 }]);
    assert.deepEqual(state.placed, [2, 0, 1]);
    assert.deepEqual(state.announcement, { kind: 'moved', card: 2, at: 0, of: 3 });
    assert.deepEqual(state.focus.target, { list: 'order', at: 0 });
  });

  it('keeps the focus near a card that is taken out', () => {
    const state = after([place(0), place(1), { kind: 'remove', at: 1 }]);
    assert.deepEqual(state.focus.target, { list: 'order', at: 0 });
    const emptied = reduce(state, { kind: 'remove', at: 0 });
    assert.deepEqual(emptied.focus.target, { list: 'pool', at: 0 });
  });

  it('goes on to the check when the last card is placed', () => {
    const state = after(texts.map((_, index) => place(index)));
    assert.deepEqual(state.focus.target, { element: 'check' });
  });

  it('has no prediction before a card is placed, unless no output is predicted', () => {
    const state = page({ mayPrintNothing: true });
    assert.equal(predictionOf(state), undefined);
    const silent = reduce(state, { kind: 'nothing', on: true });
    assert.deepEqual(predictionOf(silent), { mode: 'cards', lines: [] });
    assert.equal(predictionOf({ ...silent, mayPrintNothing: false }), undefined);
  });

  it('carries an order over to typing and back', () => {
    const typed = after([place(1), place(3), { kind: 'mode', mode: 'typed' }]);
    assert.equal(typed.typed, 'promise\nimmediate');
    const back = after(
      [
        { kind: 'type', text: 'immediate\ntick\n' },
        { kind: 'mode', mode: 'cards' },
      ],
      typed,
    );
    assert.deepEqual(back.placed, [3, 0]);
  });

  it('keeps typed lines that have no card while the cards are not touched', () => {
    const state = after([
      { kind: 'mode', mode: 'typed' },
      { kind: 'type', text: 'tick\nsomething else' },
      { kind: 'mode', mode: 'cards' },
    ]);
    assert.deepEqual(state.announcement, { kind: 'unmatched', count: 1 });
    assert.equal(reduce(state, { kind: 'mode', mode: 'typed' }).typed, 'tick\nsomething else');
  });

  it('predicts by typing alone where the lines are not known', () => {
    assert.equal(page({ cards: [] }).mode, 'typed');
  });

  it('drops what belongs to an older run', () => {
    const idle = (run: number): RunStatus => ({ kind: 'idle', run });
    const running = (run: number): RunStatus => ({ kind: 'running', run, predicting: true });
    const state = after([
      { kind: 'status', status: running(1) },
      { kind: 'status', status: running(2) },
      { kind: 'status', status: idle(1) },
    ]);
    assert.deepEqual(state.status, running(2));
    assert.deepEqual(reduce(state, { kind: 'status', status: idle(2) }).status, idle(2));
  });

  it('does not bring a result back that was left by trying again', () => {
    const outcome = { kind: 'notRun', reason: 'failed', message: 'x' } as const;
    const finished: RunStatus = { kind: 'finished', run: 1, predicting: true, outcome };
    const state = after([
      place(0),
      { kind: 'status', status: { kind: 'running', run: 1, predicting: true } },
      { kind: 'status', status: finished },
      { kind: 'tryAgain' },
      { kind: 'status', status: finished },
    ]);
    assert.equal(state.status.kind, 'idle');
    // What was predicted stays.
    assert.deepEqual(state.placed, [0]);
  });

  it('survives a stored draft that is older than the snippet', () => {
    const data = {
      snippet: { cards: [card('a'), card('b')], mayPrintNothing: false },
      draft: { mode: 'cards', placed: [1, 7, 1, -1], typed: '', nothing: false },
      status: { kind: 'idle', run: 3 },
    };
    assert.deepEqual(initialState(data as unknown as PredictPageData).placed, [1]);
  });

  it('never loses or doubles a card, whatever is done', () => {
    const index = fc.integer({ min: -1, max: 6 });
    const action: fc.Arbitrary<Action> = fc.oneof(
      fc.record({ kind: fc.constant('place' as const), card: index, at: index }),
      fc.record({ kind: fc.constant('move' as const), from: index, to: index }),
      fc.record({ kind: fc.constant('remove' as const), at: index }),
      fc.record({
        kind: fc.constant('mode' as const),
        mode: fc.constantFrom('cards' as const, 'typed' as const),
      }),
      fc.record({ kind: fc.constant('type' as const), text: fc.constantFrom(...texts, 'x\ntick') }),
      fc.constant<Action>({ kind: 'clear' }),
      fc.constant<Action>({ kind: 'tryAgain' }),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
        const state = after(actions);
        const all = [...state.placed, ...pool(state)];
        assert.deepEqual(
          all.toSorted((a, b) => a - b),
          texts.map((_, at) => at),
        );
        const rest = pool(state).length;
        assert.ok(state.reach.pool < Math.max(1, rest));
        assert.ok(state.reach.order < Math.max(1, state.placed.length));
      }),
    );
  });
});

describe('The record of a run on the page', () => {
  const run = { recorded: 'whole' } as unknown as FinishedRun;
  const status = (number: number, kind: 'running' | 'finished'): Action => ({
    kind: 'status',
    status:
      kind === 'running'
        ? { kind, run: number, predicting: false }
        : { kind, run: number, predicting: false, outcome: { kind: 'ran', run } },
  });
  const record = (number: number): Action => ({
    kind: 'record',
    record: {
      recording: { run: number, trace, explanations: { pairs: [] } },
      questions: { one: 'A question' },
    },
  });
  const ran = [status(1, 'running'), record(1), status(1, 'finished')];

  it('is shown with the run that it belongs to, and with no other', () => {
    assert.equal(shownRecording(after(ran))?.run, 1);
    assert.equal(shownRecording(after(ran.slice(0, 2))), undefined);
    assert.equal(shownRecording(after([...ran, status(2, 'running')])), undefined);
    const second = [...ran, status(2, 'running'), status(2, 'finished')];
    assert.equal(shownRecording(after(second)), undefined);
    assert.equal(shownRecording(after([...ran, { kind: 'tryAgain' }])), undefined);
  });

  it('explains a run whose recording was too big to be stored, and no other run', () => {
    const explained = { run: 1, explanations: { pairs: [] } };
    const stored: Action = { kind: 'record', record: { explained, questions: {} } };
    const finished = [status(1, 'running'), status(1, 'finished'), stored];
    assert.equal(shownExplanations(after(finished)), explained.explanations);
    assert.equal(shownRecording(after(finished)), undefined);
    const second = [...finished, status(2, 'running'), status(2, 'finished')];
    assert.equal(shownExplanations(after(second)), undefined);
  });

  it('brings the timeline into view when it was asked for, at once or after the run', () => {
    const before = after([{ kind: 'showTimeline' }, ...ran]);
    assert.deepEqual(before.focus.target, { element: 'timeline' });
    assert.equal(before.wantsTimeline, false);
    const later = after([...ran, { kind: 'showTimeline' }]);
    assert.deepEqual(later.focus.target, { element: 'timeline' });
    assert.deepEqual(after(ran).focus.target, { element: 'result' });
  });

  it('leads to the result when the run that was asked for has no timeline', () => {
    const actions = [status(1, 'running'), status(1, 'finished')];
    const state = after([{ kind: 'showTimeline' }, ...actions]);
    assert.deepEqual(state.focus.target, { element: 'result' });
    assert.equal(state.wantsTimeline, false);
  });

  it('hides and shows all reasons at once', () => {
    assert.equal(page().reasons, true);
    assert.equal(after([{ kind: 'reasons', on: false }]).reasons, false);
  });
});
