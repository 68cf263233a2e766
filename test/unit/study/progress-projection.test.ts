import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Question } from '../../../src/bank/model.ts';
import type { ProgressEvent } from '../../../src/study/event.ts';
import { createProgressProjection } from '../../../src/study/progress-projection.ts';
import { event, someEvents } from './events.ts';

const question: Question = {
  id: 'q',
  topic: 't',
  title: 'Q',
  level: 'mid',
  tags: [],
  related: [],
  sources: [],
  relevantTo: [],
  answer: '',
  sayIt: '',
  keyPoints: [
    { id: 'a', text: 'A' },
    { id: 'b', text: 'B' },
  ],
  commonMistake: '',
  inProduction: '',
  followUps: [],
  checks: [{ id: 'a', question: '?', choices: [] }],
  snippets: [],
  diagrams: [],
};

const tick = (point: string, on = true, at?: string, id?: string) =>
  event('question:q', { kind: 'ticked', point, on }, heads(at, id));
const answer = (correct: boolean, at?: string, id?: string, choice = correct ? 1 : 0) =>
  event('question:q', { kind: 'answered', check: 'a', choice, correct }, heads(at, id));
const predict = (verdict: 'exact' | 'possible' | 'wrong' | 'unknown') =>
  event('snippet:q/s', { kind: 'predicted', verdict, mode: 'cards', prediction: [], node: '24' });

function heads(at?: string, id?: string) {
  return { ...(at && { at: `2026-01-01T${at}:00.000Z` }), ...(id && { id }) };
}

function project(...events: readonly ProgressEvent[]) {
  const result = createProgressProjection();
  for (const one of events) result.add(one);
  return result;
}

/** All that the progress tells about what `someEvents` speak of. */
function told(events: readonly ProgressEvent[]) {
  const { progress } = project(...events);
  return ['q', 'ü\n'].map((id) => [
    progress.question({ ...question, id }),
    [...progress.ticked(id)].sort(),
    [...progress.answers(id)].sort(),
    progress.bookmarked(id),
    progress.askLater(id),
    progress.note(id),
    progress.snippet(`${id}/s`),
    progress.predictedWrong(`${id}/s`),
  ]);
}

describe('What the user kept with a question', () => {
  const mark = (on: boolean, at?: string) =>
    event('question:q', { kind: 'bookmarked', on }, heads(at));
  const note = (text: string, at?: string) =>
    event('question:q', { kind: 'noted', text }, heads(at));

  it('is the latest bookmark and the latest note, in whatever order they arrive', () => {
    const { progress } = project(
      mark(true, '10:02'),
      mark(false, '10:01'),
      note('later', '10:04'),
      note('first', '10:03'),
    );
    assert.equal(progress.bookmarked('q'), true);
    assert.equal(progress.note('q'), 'later');
    assert.equal(progress.lastSeen('q'), Date.parse('2026-01-01T10:04:00.000Z'));
  });

  it('may be taken back, and does not make a question begun', () => {
    const { progress } = project(
      mark(true, '10:01'),
      mark(false, '10:02'),
      note('x', '10:01'),
      note('', '10:02'),
    );
    assert.equal(progress.bookmarked('q'), false);
    assert.equal(progress.note('q'), '');
    assert.equal(progress.question(question), 'new');
  });

  it('is the latest wish to be asked later, which does not make a question begun either', () => {
    const wish = (on: boolean, at: string) =>
      event('question:q', { kind: 'askLater', on }, heads(at));
    const { progress } = project(wish(true, '10:02'), wish(false, '10:01'));
    assert.equal(progress.askLater('q'), true);
    assert.equal(progress.question(question), 'new');
    const taken = project(wish(true, '10:02'), wish(false, '10:03'));
    assert.equal(taken.progress.askLater('q'), false);
  });

  it('is told as changed only when it did', () => {
    const result = createProgressProjection();
    assert.equal(result.add(mark(false, '10:01')), false);
    assert.equal(result.add(mark(true, '10:02')), true);
    assert.equal(result.add(note('x', '10:03')), true);
    assert.equal(result.add(note('x', '10:04')), false);
  });
});

describe('The progress of a question', () => {
  const state = (...events: readonly ProgressEvent[]) =>
    project(...events).progress.question(question);

  it('is new without events', () => {
    assert.equal(state(), 'new');
  });

  it('is started once it was opened, ticked or answered', () => {
    assert.equal(state(event('question:q', { kind: 'opened' })), 'started');
    assert.equal(state(tick('a')), 'started');
    assert.equal(state(answer(false)), 'started');
  });

  it('is done when every key point is ticked and every check right', () => {
    assert.equal(state(tick('a'), tick('b'), answer(true)), 'done');
    assert.equal(state(tick('a'), answer(true)), 'started');
    assert.equal(state(tick('a'), tick('b'), answer(false)), 'started');
    assert.equal(state(tick('a'), tick('b')), 'started');
  });

  it('follows the latest answer and the latest tick, in whatever order they arrive', () => {
    const done = [tick('a'), tick('b'), answer(true, '10:00')];
    assert.equal(state(...done, answer(false, '11:00')), 'started');
    assert.equal(state(answer(false, '11:00'), ...done), 'started');
    assert.equal(state(...done, answer(false, '09:00')), 'done');
    assert.equal(state(...done, tick('b', false, '11:00')), 'started');
  });

  it('lets the id decide between two of the same moment', () => {
    const [first, second] = [answer(true, '10:00', 'x', 1), answer(false, '10:00', 'y', 0)];
    assert.equal(project(first, second).progress.answers('q').get('a'), 0);
    assert.equal(project(second, first).progress.answers('q').get('a'), 0);
  });

  it('stays new where only another question has events', () => {
    assert.equal(state(event('question:other', { kind: 'opened' })), 'new');
  });
});

describe('The progress of a snippet', () => {
  const state = (...events: readonly ProgressEvent[]) => project(...events).progress.snippet('q/s');

  it('is new, tried, then solved', () => {
    assert.equal(state(), 'new');
    assert.equal(state(event('snippet:q/s', { kind: 'opened' })), 'new');
    assert.equal(state(predict('wrong')), 'tried');
    assert.equal(state(predict('unknown')), 'tried');
    assert.equal(state(predict('possible')), 'solved');
    assert.equal(state(predict('exact')), 'solved');
  });

  it('stays solved', () => {
    assert.equal(state(predict('exact'), predict('wrong')), 'solved');
  });
});

describe('The projection of progress', () => {
  it('tells the same in whatever order and however often the events come', () => {
    fc.assert(
      fc.property(
        someEvents.chain((events) =>
          fc.tuple(
            fc.constant(events),
            fc.shuffledSubarray([...events, ...events], {
              minLength: events.length * 2,
              maxLength: events.length * 2,
            }),
          ),
        ),
        ([events, mixed]) => {
          assert.deepEqual(told(mixed), told(events));
        },
      ),
    );
  });

  it('says that something changed whenever the progress tells something else', () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        const growing = createProgressProjection();
        events.forEach((one, index) => {
          const before = told(events.slice(0, index));
          const after = told(events.slice(0, index + 1));
          const same = JSON.stringify(before) === JSON.stringify(after);
          const changed = growing.add(one);
          const about = `${one.kind} ${one.card.split(':')[0] ?? ''}`;
          if (['opened question', 'predicted snippet'].includes(about)) {
            assert.equal(changed, !same);
          } else {
            // For example, a right answer may become a wrong one while the state stays.
            assert.ok(changed || same);
          }
        });
      }),
    );
  });

  it('takes a moment that no clock shows for the earliest, so that later events count', () => {
    const projection = createProgressProjection();
    const at = '+275760-09-13T00:00:00.000Z';
    projection.add(event('question:q', { kind: 'ticked', point: 'a', on: true }, { at }));
    assert.equal(projection.latest('question:q'), 0);
    projection.add(tick('a', false, '10:00'));
    assert.equal(projection.progress.ticked('q').has('a'), false);
  });

  it('knows the latest moment of each card', () => {
    const result = project(tick('a', true, '11:00'), tick('b', true, '10:00'));
    assert.equal(result.latest('question:q'), Date.parse('2026-01-01T11:00:00.000Z'));
    assert.equal(result.latest('question:other'), undefined);
  });
});
