import * as vscode from 'vscode';
import type { Question } from '../../bank/model.ts';
import type { Progress } from '../../study/progress.ts';
import type { QuestionState } from '../../study/progress.ts';
import { command } from '../services/ids.ts';
import type { CardKind } from './card-kind.ts';
import { gradeUri } from './grade-badges.ts';
import { levelLabels, questionStateLabels, stateIcon } from './labels.ts';
import { cardTooltip } from './tooltip.ts';

export const questionKind: CardKind<Question> = {
  cardId: ({ id }) => `question:${id}`,
  cards: ({ questions }) => questions,
  topicOf: ({ topic }) => topic,
  gradeOf: ({ level }) => level,
  stateOf: (question, progress) => progress.question(question),
  marksOf: ({ id }, progress) => (progress.bookmarked(id) ? ['bookmarked'] : []),
  finished: 'done' satisfies QuestionState,
  startWith: 'question:what-interviews-test',
  item(question, state, marks) {
    const item = new vscode.TreeItem(question.label ?? question.title);
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
        ...(bookmarked ? [vscode.l10n.t('Bookmarked')] : []),
      ].join(', '),
    };
    item.command = {
      command: command.openQuestion,
      title: vscode.l10n.t('Open Question'),
      arguments: [question.id],
    };
    return item;
  },
  tooltip(question, state, progress) {
    const { title, level, tags } = question;
    return cardTooltip(
      title,
      [levelLabels.get(level) ?? level, labelOf(state)],
      ...[tags.join(', '), ...(state === 'started' ? missing(question, progress) : [])],
    );
  },
  labels: {
    title: vscode.l10n.t('Filter Questions'),
    grade: vscode.l10n.t('Level'),
    grades: levelLabels,
    states: questionStateLabels,
    mark: vscode.l10n.t('Marked'),
    marks: new Map([['bookmarked', vscode.l10n.t('Bookmarked')]]),
  },
};

/** What is left until a question that was begun is done. */
function missing({ id, keyPoints, checks }: Question, progress: Progress): string[] {
  const ticked = progress.ticked(id);
  const answers = progress.answers(id);
  const points = keyPoints.filter((point) => !ticked.has(point.id)).length;
  const open = checks.filter(
    ({ id: check, choices }) => choices[answers.get(check) ?? -1]?.correct !== true,
  ).length;
  return [
    ...(points === 1 ? [vscode.l10n.t('1 key point is not ticked yet.')] : []),
    ...(points > 1 ? [vscode.l10n.t('{0} key points are not ticked yet.', points)] : []),
    ...(open === 1 ? [vscode.l10n.t('1 quick check is not answered correctly yet.')] : []),
    ...(open > 1 ? [vscode.l10n.t('{0} quick checks are not answered correctly yet.', open)] : []),
  ];
}

function labelOf(state: string): string {
  return questionStateLabels.get(state as QuestionState) ?? state;
}
