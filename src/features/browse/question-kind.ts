import * as vscode from 'vscode';
import type { Question } from '../../bank/model.ts';
import type { Progress } from '../../study/progress.ts';
import type { QuestionState } from '../../study/progress.ts';
import { command } from '../settings/ids.ts';
import type { CardKind } from './card-kind.ts';
import { gradeUri } from './grade-badges.ts';
import { levelLabels, questionStateLabels } from './labels.ts';
import { stateIcon } from '../ui/state-icon.ts';
import { plainText } from './matched-line.ts';
import { addList, cardTooltip } from './tooltip.ts';

export const questionKind: CardKind<Question> = {
  cardId: ({ id }) => `question:${id}`,
  cards: ({ questions }) => questions,
  topicOf: ({ topic }) => topic,
  gradeOf: ({ level }) => level,
  stateOf: (question, progress) => progress.question(question),
  marksOf: ({ id }, progress) => [
    ...(progress.bookmarked(id) ? ['bookmarked'] : []),
    ...(progress.askLater(id) ? ['askLater'] : []),
  ],
  finished: 'done' satisfies QuestionState,
  startWith: 'question:what-interviews-test',
  labelOf: ({ label, title }) => label ?? title,
  apart: ({ topic }, bank) => bank.topic(topic)?.title ?? topic,
  leftOf: (question, progress) =>
    progress.question(question) === 'started' ? leftIn(question, progress).length : 0,
  item(question, { state, marks, left, apart, isStart }) {
    const item = new vscode.TreeItem(question.label ?? question.title);
    const leftText = left === 0 ? [] : [vscode.l10n.t('{0} left', left)];
    const dueText = marks.includes('due') ? [vscode.l10n.t('due')] : [];
    const description = [
      ...(isStart ? [vscode.l10n.t('Start here')] : []),
      ...dueText,
      ...leftText,
      ...(apart === undefined ? [] : [apart]),
    ].join(' · ');
    if (description !== '') item.description = description;
    const level = levelLabels.get(question.level) ?? question.level;
    const bookmarked = marks.includes('bookmarked');
    item.resourceUri = gradeUri(question.level, marks);
    item.iconPath = stateIcon(state);
    item.contextValue = bookmarked ? 'question.bookmarked' : 'question';
    item.accessibilityInformation = {
      label: [
        question.title,
        level,
        labelOf(state),
        ...dueText,
        ...leftText,
        ...(bookmarked ? [vscode.l10n.t('Bookmarked')] : []),
        ...(apart === undefined ? [] : [apart]),
      ].join(', '),
    };
    item.command = {
      command: command.openQuestion,
      title: vscode.l10n.t('Open Question'),
      arguments: [question.id],
    };
    return item;
  },
  tooltip(question, state, progress, bank) {
    const { title, level, tags } = question;
    const tooltip = cardTooltip(
      title,
      [levelLabels.get(level) ?? level, labelOf(state)],
      tags.join(', '),
    );
    if (state === 'started') {
      addList(tooltip, vscode.l10n.t('Left until it is done:'), leftIn(question, progress));
    }
    const unsolved = question.snippets.filter((id) => progress.snippet(id) !== 'solved');
    if (state !== 'new') {
      const titles = unsolved.map((id) => bank.snippet(id)?.title ?? id);
      addList(tooltip, vscode.l10n.t('Snippets that are not solved yet:'), titles);
    }
    return tooltip;
  },
  labels: {
    title: vscode.l10n.t('Filter Questions'),
    grade: vscode.l10n.t('Level'),
    grades: levelLabels,
    states: questionStateLabels,
    mark: vscode.l10n.t('Marked'),
    marks: new Map([
      ['due', vscode.l10n.t('Due for review')],
      ['bookmarked', vscode.l10n.t('Bookmarked')],
      ['askLater', vscode.l10n.t('To ask later')],
    ]),
  },
};

/** What is left until a question is done: key points to tick, and quick checks to answer correctly. */
function leftIn({ id, keyPoints, checks }: Question, progress: Progress): string[] {
  const ticked = progress.ticked(id);
  const answers = progress.answers(id);
  return [
    ...keyPoints
      .filter((point) => !ticked.has(point.id))
      .map(({ text }) => vscode.l10n.t('Tick: {0}', plainText(text))),
    ...checks
      .filter(({ id: check, choices }) => choices[answers.get(check) ?? -1]?.correct !== true)
      .map(({ question }) => vscode.l10n.t('Answer: {0}', plainText(question))),
  ];
}

function labelOf(state: string): string {
  return questionStateLabels.get(state as QuestionState) ?? state;
}
