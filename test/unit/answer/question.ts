import type { Question, Snippet } from '../../../src/bank/model.ts';
import type { AnswerView } from '../../../src/features/answer/answer-view.ts';
import { escapeHtml } from '../../../src/features/pages/escape-html.ts';
import type { GradeNames } from '../../../src/features/ui/grade-names.ts';

/** Not the real ones, which VS Code translates. */
export const names: GradeNames = {
  levels: { junior: 'junior', mid: 'mid', senior: 'senior' },
  difficulties: { easy: 'easy', medium: 'medium', hard: 'hard', devilish: 'devilish' },
  questionStates: { new: 'new', started: 'started', done: 'done' },
  snippetStates: { new: 'new', tried: 'tried', solved: 'solved' },
};

export const question: Question = {
  ...{ id: 'timers', topic: 'loop', title: 'What do timers do?', level: 'mid' },
  ...{
    tags: [],
    related: [],
    relevantTo: [],
    sources: [],
    snippets: ['timers/first'],
    diagrams: [],
  },
  ...{ answer: 'They wait.', sayIt: 'They wait.', commonMistake: 'No.', inProduction: 'Yes.' },
  keyPoints: [
    { id: 'one', text: 'One' },
    { id: 'two', text: 'Two' },
  ],
  followUps: [{ question: 'And then?', answer: 'Nothing.' }],
  checks: [
    {
      id: 'which',
      question: 'Which?',
      choices: [
        { text: 'This', correct: false, reason: 'No, since' },
        { text: 'That', correct: true, reason: 'Yes, since' },
      ],
    },
  ],
};

export const snippet: Snippet = {
  ...{ id: 'timers/first', question: 'timers', title: 'The first', difficulty: 'easy' },
  ...{ kind: 'cjs', code: `console.log('a');\n`, expect: ['a'], variants: [], teaches: 'That.' },
  permissions: [],
};

export function viewOf(
  changed: Partial<Question> = {},
  more: Partial<AnswerView> = {},
): AnswerView {
  return {
    question: { ...question, ...changed },
    topic: { id: 'loop', title: 'The loop', summary: '' },
    ...{ snippets: [snippet], related: [], previous: undefined, next: undefined, names },
    linked: (link) => link,
    progress: { state: 'new', ticked: [], answers: {}, snippets: {}, bookmarked: false },
    note: '',
    verified: undefined,
    seed: 1,
    ...more,
  };
}

export const plain = (code: string): string => escapeHtml(code);
