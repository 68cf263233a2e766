import assert from 'node:assert/strict';
import type { Question } from '../../../../src/bank/model.ts';
import type { QuestionState } from '../../../../src/study/progress.ts';
import { lastBegun, nextStep } from '../../../../src/study/today/today.ts';

const question = (id: string): Question => ({ id }) as Question;

describe('What to do today', () => {
  it('is what would be forgotten, then mistakes, then what was begun, then what is new, then anything', () => {
    const begun = question('a');
    assert.equal(nextStep({ due: 1, redo: 2, begun, fresh: 3 }), 'review');
    assert.equal(nextStep({ due: 0, redo: 2, begun, fresh: 3 }), 'redo');
    assert.equal(nextStep({ due: 0, redo: 0, begun, fresh: 3 }), 'continue');
    assert.equal(nextStep({ due: 0, redo: 0, begun: undefined, fresh: 3 }), 'learn');
    assert.equal(nextStep({ due: 0, redo: 0, begun: undefined, fresh: 0 }), 'predict');
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
