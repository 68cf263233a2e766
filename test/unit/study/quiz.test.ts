import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CardId } from '../../../src/study/event.ts';
import {
  readQuiz,
  reduceQuiz,
  startQuiz,
  type Quiz,
  type QuizAction,
} from '../../../src/study/quiz/quiz.ts';
import { proposeRating } from '../../../src/study/review/propose-rating.ts';
import { streakOf } from '../../../src/study/review/streak.ts';

const cards: readonly CardId[] = ['question:a', 'check:a/x', 'snippet:a/s'];
const after = (...actions: readonly QuizAction[]): Quiz =>
  actions.reduce(reduceQuiz, startQuiz(cards, 7));
const rated = (rating: 'again' | 'good', event = 'event'): QuizAction => ({
  kind: 'rated',
  rating,
  event,
});

const actions: fc.Arbitrary<QuizAction> = fc.oneof(
  fc.constantFrom<QuizAction>(
    ...(
      [
        ...(['hint', 'showPoints', 'showAnswer', 'giveUp', 'skip'] as const),
        ...(['askSkipped', 'undo', 'pause', 'resume'] as const),
      ] as const
    ).map((kind) => ({ kind })),
    { kind: 'showPoints', proposed: ['p'], spokenMs: 41_000 },
    { kind: 'took', ms: 1234 },
    rated('again'),
    rated('good'),
  ),
  fc.record({ kind: fc.constant('tick'), point: fc.constantFrom('p', 'q'), on: fc.boolean() }),
  fc.record({ kind: fc.constant('choose'), choice: fc.nat({ max: 3 }) }),
  fc.record({ kind: fc.constant('predicted'), right: fc.boolean() }),
);

describe('A quiz of cards', () => {
  it('shows key points before the answer, and takes a rating only after it', () => {
    assert.equal(after(rated('good')).done.length, 0);
    const pointed = after({ kind: 'hint' }, { kind: 'showPoints' });
    assert.deepEqual([pointed.asked.stage, pointed.asked.hints], ['points', 1]);
    assert.equal(reduceQuiz(pointed, { kind: 'hint' }), pointed, 'too late for a hint');
    const next = after({ kind: 'showAnswer' }, rated('good'));
    assert.deepEqual(next.left, cards.slice(1));
    assert.equal(next.asked.stage, 'ask');
  });

  it('asks a card again that was forgotten, after the others, but not for ever', () => {
    let quiz = startQuiz(['question:a'], 1);
    const forget = (): void => {
      quiz = reduceQuiz(reduceQuiz(quiz, { kind: 'showAnswer' }), rated('again'));
    };
    forget();
    assert.deepEqual(quiz.left, ['question:a']);
    forget();
    forget();
    assert.deepEqual(quiz.left, []);
    assert.deepEqual(after({ kind: 'showAnswer' }, rated('again')).left, [
      ...cards.slice(1),
      'question:a',
    ]);
  });

  it('ticks the key points that a typed answer seems to make, which can be unticked', () => {
    const shown = after({ kind: 'showPoints', proposed: ['p', 'q'], spokenMs: 41_000 });
    assert.deepEqual(shown.asked.ticks, ['p', 'q']);
    const unticked = reduceQuiz(shown, { kind: 'tick', point: 'p', on: false }).asked;
    assert.deepEqual([unticked.ticks, unticked.proposed], [['q'], ['p', 'q']]);
    assert.equal(unticked.spokenMs, 41_000);
  });

  it('does nothing while it is paused, also after a restart, and goes on as it was', () => {
    const quiz = after({ kind: 'hint' }, { kind: 'showPoints' });
    const paused = reduceQuiz(quiz, { kind: 'pause' });
    const stored = readQuiz(JSON.parse(JSON.stringify({ ...paused, clock: { elapsed: 7 } })));
    assert.equal(stored?.paused, true);
    for (const action of [rated('good'), { kind: 'showAnswer' }, { kind: 'undo' }] as const) {
      assert.equal(reduceQuiz(paused, action), paused);
    }
    assert.deepEqual(reduceQuiz(paused, { kind: 'resume' }), quiz);
  });

  it('may try a snippet again after a wrong prediction; only giving up tells the output', () => {
    const wrong = after({ kind: 'predicted', right: false });
    assert.deepEqual([wrong.asked.stage, wrong.asked.wrong], ['ask', 1]);
    assert.equal(reduceQuiz(wrong, { kind: 'predicted', right: true }).asked.stage, 'answer');
    const gaveUp = reduceQuiz(wrong, { kind: 'giveUp' });
    assert.deepEqual([gaveUp.asked.stage, gaveUp.asked.gaveUp], ['answer', true]);
  });

  it('takes a rating back: the card is asked as it was, and once', () => {
    const asked = after({ kind: 'tick', point: 'p', on: true }, { kind: 'showAnswer' });
    for (const rating of ['again', 'good'] as const) {
      const undone = reduceQuiz(reduceQuiz(asked, rated(rating)), { kind: 'undo' });
      assert.deepEqual(undone, asked);
    }
    assert.deepEqual(after({ kind: 'undo' }), startQuiz(cards, 7));
  });

  it('is filled again only when nothing is left', () => {
    const more: QuizAction = { kind: 'refill', cards: ['question:b'] };
    assert.deepEqual(after(more).left, cards);
    const skip: QuizAction = { kind: 'skip' };
    assert.deepEqual(after(skip, skip, skip, more).left, ['question:b']);
  });

  it('asks what was skipped no more, unless somebody wants it after all', () => {
    const skip: QuizAction = { kind: 'skip' };
    const due: QuizAction = { kind: 'refill', cards };
    const ask: QuizAction = { kind: 'askSkipped' };
    const rest = after(skip, { kind: 'showAnswer' }, rated('good'), skip, due);
    assert.deepEqual(rest.skipped, ['question:a', 'snippet:a/s']);
    assert.deepEqual(rest.left, ['check:a/x'], 'only what was not skipped');
    assert.equal(reduceQuiz(rest, ask), rest, 'not before the rest');
    const asked = reduceQuiz(reduceQuiz(rest, skip), ask);
    assert.deepEqual([asked.left, asked.skipped], [[...(rest.skipped ?? []), 'check:a/x'], []]);
    const forgotten = after({ kind: 'showAnswer' }, rated('again'), skip, skip, skip);
    assert.deepEqual(reduceQuiz(forgotten, { kind: 'undo' }).skipped, cards.slice(1));
    assert.equal(after({ kind: 'drop' }).skipped, undefined, 'a card that is gone was not skipped');
  });

  it('goes on after it was stored, whatever happened in it', () => {
    fc.assert(
      fc.property(fc.array(actions, { maxLength: 20 }), (some) => {
        const quiz = after(...some);
        assert.deepEqual(readQuiz(JSON.parse(JSON.stringify(quiz))), quiz);
        assert.ok(new Set(quiz.left).size === quiz.left.length, 'no card twice');
      }),
    );
  });

  it('keeps the program of a card until the next one, and when it is taken back', () => {
    const made: QuizAction = { kind: 'made', program: '1/2/7' };
    assert.equal(after(made, { kind: 'giveUp' }).asked.program, '1/2/7');
    assert.equal(after(made, { kind: 'giveUp' }, rated('again')).asked.program, undefined);
    const back = after(made, { kind: 'giveUp' }, rated('again'), { kind: 'undo' });
    assert.equal(back.asked.program, '1/2/7');
    assert.deepEqual(readQuiz(JSON.parse(JSON.stringify(back))), back);
  });

  it('is none where anything else was stored', () => {
    const quiz = after({ kind: 'showAnswer' }, rated('good'));
    for (const other of [
      ...[undefined, null, 1, 'quiz', [], {}],
      { ...quiz, left: ['unheard-of:x'] },
      { ...quiz, seed: 'x' },
      { ...quiz, shownAt: 'now' },
      { ...quiz, paused: 1 },
      { ...quiz, skipped: ['unheard-of:x'] },
      { ...quiz, clock: { elapsed: -1 } },
      { ...quiz, asked: { ...quiz.asked, proposed: [1] } },
      { ...quiz, asked: { ...quiz.asked, tookMs: 'long' } },
      { ...quiz, asked: { ...quiz.asked, stage: 'later' } },
      { ...quiz, asked: { ...quiz.asked, program: 7 } },
      { ...quiz, done: [{ ...quiz.done[0], rating: 'best' }] },
    ]) {
      assert.equal(readQuiz(other), undefined, JSON.stringify(other));
    }
  });
});

describe('A proposed rating', () => {
  it('follows how much was said, and how', () => {
    const question = (ticked: number, hints = 0) =>
      proposeRating({ kind: 'question', ticked, points: 4, hints }).rating;
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((ticked) => question(ticked)),
      [...['again', 'again', 'hard', 'hard', 'good']],
    );
    assert.equal(question(4, 1), 'hard');
    const check = (correct: boolean) => proposeRating({ kind: 'check', correct, hints: 0 }).rating;
    assert.deepEqual([check(true), check(false)], ['good', 'again']);
    const snippet = (wrong: number, gaveUp = false) =>
      proposeRating({ kind: 'snippet', wrong, gaveUp, hints: 0 }).rating;
    assert.deepEqual([snippet(0), snippet(3), snippet(0, true)], ['good', 'hard', 'again']);
    const problem = (solved: boolean | undefined, hints = 0) =>
      proposeRating({ kind: 'problem', solved, hints }).rating;
    const ratings = [problem(true), problem(true, 1), problem(false), problem(undefined)];
    assert.deepEqual(ratings, ['good', 'hard', 'again', 'again']);
  });

  it('is hard at best for what took far longer than the target, and says so', () => {
    const all = { kind: 'question', ticked: 4, points: 4, hints: 0 } as const;
    const targetMs = 60_000;
    assert.deepEqual(proposeRating({ ...all, tookMs: 5 * targetMs }), { rating: 'good' });
    const tookMs = 5 * targetMs + 1;
    const slow = { tookMs, targetMs };
    assert.deepEqual(proposeRating({ ...all, tookMs }), { rating: 'hard', slow });
    // It is not the time that speaks against these.
    assert.deepEqual(proposeRating({ ...all, ticked: 0, tookMs }), { rating: 'again' });
    assert.deepEqual(proposeRating({ ...all, hints: 1, tookMs }), { rating: 'hard' });
    const problem = { kind: 'problem', solved: true, hints: 0, tookMs: 3_600_000 } as const;
    assert.deepEqual(proposeRating(problem), { rating: 'good' });
  });
});

describe('A streak', () => {
  it('counts days in a row, and is not broken by a day that is not over', () => {
    assert.equal(streakOf([], 10), 0);
    assert.equal(streakOf([10, 9, 8, 6], 10), 3);
    assert.equal(streakOf([9, 8], 10), 2);
    assert.equal(streakOf([8, 7], 10), 0);
    assert.equal(streakOf([11, 10], 10), 1);
  });
});
