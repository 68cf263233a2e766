import assert from 'node:assert/strict';
import fc from 'fast-check';
import type {
  LineCard,
  FinishedRun,
  PredictionOutcome,
  PredictPageData,
  RunStatus,
  Verdict,
} from '../../../src/shared/predict.ts';
import type { Trace } from '../../../src/trace/model.ts';
import type { Action } from '../../../src/webview/predict/action.ts';
import { pool } from '../../../src/webview/ordering/ordering.ts';
import { reduce } from '../../../src/webview/predict/reduce.ts';
import {
  initialState,
  markedLine,
  nextAttempt,
  predictionOf,
  shownExplanations,
  shownRecording,
  shownStatus,
  type PageState,
} from '../../../src/webview/predict/state.ts';

const card = (text: string): LineCard => ({ stream: 'stdout', text, typed: text });
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

describe('A wrong prediction', () => {
  const run = { recorded: 'whole', ended: 'exit' } as unknown as FinishedRun;
  const ran = (number: number, outcome: PredictionOutcome): Action[] => [
    { kind: 'status', status: { kind: 'running', run: number, predicting: true } },
    {
      kind: 'record',
      record: { recording: { run: number, trace, explanations: { pairs: [] } }, questions: {} },
    },
    { kind: 'status', status: { kind: 'finished', run: number, predicting: true, outcome } },
  ];
  const judged = (
    verdict: 'exact' | { readonly at: number },
    lines: readonly string[],
    on: FinishedRun = run,
  ): PredictionOutcome => ({
    ...{ kind: 'judged', mode: 'cards', run: on },
    verdict: verdict === 'exact' ? { kind: 'exact' } : wrongAt(verdict.at),
    rows: lines.map((text, at) => ({
      ...{ mark: 'differs', predicted: { stream: 'stdout', text } },
      firstWrong: verdict !== 'exact' && at === verdict.at,
    })),
  });
  const wrongAt = (at: number): Verdict => ({ kind: 'wrong', at, possible: [], mayEnd: false });
  const ordered = [place(1), place(0), place(2)];
  const lines = ['promise', 'tick', 'timeout'];
  const tried = after([...ordered, ...ran(1, judged({ at: 1 }, lines))]);

  it('keeps back what the program prints, and stays as it is to be tried again', () => {
    assert.equal(tried.withheld, 'all');
    assert.deepEqual(tried.focus.target, { element: 'result' });
    assert.equal(shownStatus(tried).kind, 'idle');
    assert.equal(shownRecording(tried), undefined);
    assert.equal(shownExplanations(tried), undefined);
    assert.equal(markedLine(tried), undefined);
    assert.deepEqual(predictionOf(tried), { mode: 'cards', lines });
    assert.deepEqual(nextAttempt(tried), { number: 2, seen: 'nothing' });
  });

  it('has its wrong line marked by the hint, until what leads up to it is changed', () => {
    const hinted = reduce(tried, { kind: 'hint' });
    assert.equal(markedLine(hinted), 1);
    assert.deepEqual(nextAttempt(hinted), { number: 2, seen: 'line' });
    assert.equal(shownStatus(hinted).kind, 'idle');
    assert.equal(markedLine(reduce(hinted, { kind: 'remove', at: 2 })), 1);
    assert.equal(markedLine(reduce(hinted, { kind: 'remove', at: 0 })), undefined);
    const moved = reduce(hinted, { kind: 'move', from: 1, to: 2 });
    assert.equal(markedLine(moved), undefined);
    assert.equal(markedLine(reduce(moved, { kind: 'move', from: 2, to: 1 })), 1);
  });

  it('that ended too early has no line to mark', () => {
    const early = after([place(1), ...ran(1, judged({ at: 1 }, ['promise'])), { kind: 'hint' }]);
    assert.equal(markedLine(early), undefined);
  });

  it('shows everything when that is asked for, which later tries tell', () => {
    for (const action of [{ kind: 'reveal' }, { kind: 'showTimeline' }] as const) {
      const shown = reduce(tried, action);
      assert.equal(shown.withheld, undefined);
      assert.equal(shownStatus(shown).kind, 'finished');
      assert.equal(shownRecording(shown)?.run, 1);
      const target = action.kind === 'reveal' ? 'result' : 'timeline';
      assert.deepEqual(shown.focus.target, { element: target });
      const again = reduce(shown, { kind: 'tryAgain' });
      assert.deepEqual(again.placed, tried.placed);
      assert.deepEqual(nextAttempt(again), { number: 2, seen: 'output' });
      // The hint tells no more than that.
      const late = after([...ran(2, judged({ at: 0 }, lines)), { kind: 'hint' }], again);
      assert.deepEqual(nextAttempt(late), { number: 3, seen: 'output' });
    }
  });

  it('may be followed by a right one, which knows its number and what was shown before', () => {
    const right = after([{ kind: 'hint' }, ...ran(2, judged('exact', lines))], tried);
    assert.equal(right.withheld, undefined);
    assert.deepEqual(right.tries.last, { number: 2, seen: 'line' });
    assert.equal(shownStatus(right).kind, 'finished');
    assert.deepEqual(nextAttempt(right), { number: 3, seen: 'output' });
  });

  it('keeps nothing back where the run has something else to say, or the timeline is wanted', () => {
    const cut = { ...run, ended: 'time' } as FinishedRun;
    const broken = { ...run, error: { syntax: true } } as FinishedRun;
    for (const other of [cut, broken]) {
      assert.equal(after(ran(1, judged({ at: 0 }, lines, other))).withheld, undefined);
    }
    const wanted = after([{ kind: 'showTimeline' }, ...ran(1, judged({ at: 0 }, lines))]);
    assert.equal(wanted.withheld, undefined);
    const undecided: PredictionOutcome = {
      ...{ kind: 'judged', mode: 'typed', rows: [], run },
      verdict: { kind: 'unknown', reason: 'undecided', at: 0 },
    };
    assert.equal(after(ran(1, undecided)).withheld, undefined);
  });

  it('is still kept back after a reload, and counts on', () => {
    const { draft, status, tries, withheld } = {
      draft: { mode: 'cards', placed: tried.placed, typed: '', nothing: false } as const,
      ...tried,
    };
    const data = {
      snippet: { cards: texts.map(card), mayPrintNothing: false },
      ...{ draft, status },
    } as unknown as PredictPageData;
    const reloaded = initialState(data, { tries, ...(withheld && { withheld }) });
    assert.equal(shownStatus(reloaded).kind, 'idle');
    assert.deepEqual(nextAttempt(reloaded), { number: 2, seen: 'nothing' });
    // What an older version stored is shown as it was.
    assert.equal(shownStatus(initialState(data, {})).kind, 'finished');
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
