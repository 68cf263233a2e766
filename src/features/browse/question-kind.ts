import * as vscode from 'vscode';
import type { Question } from '../../bank/model.ts';
import type { QuestionState } from '../../study/state.ts';
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
  tooltip: ({ title, level, tags }, state) =>
    cardTooltip(title, [levelLabels.get(level) ?? level, labelOf(state)], tags.join(', ')),
  labels: {
    title: vscode.l10n.t('Filter Questions'),
    grade: vscode.l10n.t('Level'),
    grades: levelLabels,
    states: questionStateLabels,
    mark: vscode.l10n.t('Marked'),
    marks: new Map([['bookmarked', vscode.l10n.t('Bookmarked')]]),
  },
};

function labelOf(state: string): string {
  return questionStateLabels.get(state as QuestionState) ?? state;
}
