import type { Question, Snippet } from '../../../src/bank/model.ts';
import type { AnswerView } from '../../../src/features/answer/answer-view.ts';
import type { PageStrings } from '../../../src/features/answer/strings.ts';
import { escapeHtml } from '../../../src/features/pages/escape-html.ts';

/** The names of the texts stand for the texts. */
export const strings = new Proxy(
  {
    levels: { junior: 'junior', mid: 'mid', senior: 'senior' },
    difficulties: { easy: 'easy', medium: 'medium', hard: 'hard', devilish: 'devilish' },
    texts: {
      noteEdit: { write: 'write', edit: 'edit' },
      noteSave: { save: 'save', mine: 'mine' },
      bookmark: { on: 'bookmarked', off: 'bookmark' },
      questionStates: { new: 'new', started: 'started', done: 'done' },
      snippetStates: { new: 'new', tried: 'tried', solved: 'solved' },
    },
    ticked: '{0} of {1}',
    kinds: { cjs: 'cjs', mjs: 'mjs' },
    minutes: '{0} min of {1}',
    runNamed: 'run {0}',
    predictNamed: 'predict {0}',
  },
  {
    get: (known, name) => (Reflect.get(known, name) as unknown) ?? String(name),
  },
) as unknown as PageStrings;

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
    ...{ snippets: [snippet], related: [], previous: undefined, next: undefined, strings },
    linked: (link) => link,
    progress: { state: 'new', ticked: [], answers: {}, snippets: {}, bookmarked: false },
    note: '',
    verified: undefined,
    seed: 1,
    ...more,
  };
}

export const plain = (code: string): string => escapeHtml(code);
