import assert from 'node:assert/strict';
import type { Item } from '../../../../src/bank/material.ts';
import type { Question } from '../../../../src/bank/model.ts';
import type { QuestionState } from '../../../../src/study/progress.ts';
import { lastBegun, nextStep } from '../../../../src/study/today/today.ts';

const question = (id: string): Question => ({ id }) as Question;

describe('What to do today', () => {
  it('is what would be forgotten, then mistakes, what was begun, what is new, the plan, then anything', () => {
    const begun = question('a');
    const planned = { id: 'week-1-modules' } as Item;
    const all = { due: 1, redo: 2, begun, fresh: 3, planned };
    const none = { due: 0, redo: 0, begun: undefined, fresh: 0, planned: undefined };
    assert.equal(nextStep(all), 'review');
    assert.equal(nextStep({ ...all, due: 0 }), 'redo');
    assert.equal(nextStep({ ...all, due: 0, redo: 0 }), 'continue');
    assert.equal(nextStep({ ...none, planned, fresh: 3 }), 'learn');
    assert.equal(nextStep({ ...none, planned }), 'plan');
    assert.equal(nextStep(none), 'predict');
  });

  it('goes on with the question that was begun last and is not done', () => {
    const states: Readonly<Record<string, QuestionState>> = { old: 'started', late: 'started' };
    const seen: Readonly<Record<string, number>> = { old: 1, late: 5, done: 9 };
    const progress = {
      question: ({ id }: Question) => states[id] ?? (id === 'done' ? 'done' : 'new'),
      lastSeen: (id: string) => seen[id] ?? 0,
    };
    const questions = ['new', 'late', 'old', 'done'].map(question);
    assert.equal(lastBegun(questions, progress)?.id, 'late');
    assert.equal(lastBegun([question('new'), question('done')], progress), undefined);
  });
});
