import * as vscode from 'vscode';
import type { Snippet } from '../../bank/model.ts';
import type { SnippetState } from '../../study/progress.ts';
import { command } from '../settings/ids.ts';
import type { CardKind } from './card-kind.ts';
import { gradeUri } from './grade-badges.ts';
import { difficultyLabels, moduleKindLabel, snippetStateLabels } from './labels.ts';
import { stateIcon } from '../ui/state-icon.ts';
import { cardTooltip } from './tooltip.ts';

export const snippetKind: CardKind<Snippet> = {
  cardId: ({ id }) => `snippet:${id}`,
  // In the order of the questions, which is the order of the other tree.
  cards: (bank) =>
    bank.questions.flatMap(({ snippets }) => snippets.flatMap((id) => bank.snippet(id) ?? [])),
  topicOf: (snippet, bank) => bank.question(snippet.question)?.topic,
  gradeOf: ({ difficulty }) => difficulty,
  stateOf: ({ id }, progress) => progress.snippet(id),
  marksOf: ({ kind, race, twin }) => [
    ...(kind === 'mjs' ? ['esm'] : []),
    ...(race === undefined ? [] : ['race']),
    ...(twin === undefined ? [] : ['twin']),
  ],
  finished: 'solved' satisfies SnippetState,
  startWith: 'snippet:event-loop-phases/script-then-loop',
  labelOf: ({ title, kind }) => `${title} ${kind}`,
  apart: ({ question }, bank) => {
    const { label, title } = bank.question(question) ?? {};
    return label ?? title ?? question;
  },
  leftOf: () => 0,
  item(snippet, { state, marks, apart, isStart }) {
    const item = new vscode.TreeItem(snippet.title);
    const facts = factsOf(snippet);
    const dueText = marks.includes('due') ? [vscode.l10n.t('due')] : [];
    item.description = [
      ...(isStart ? [vscode.l10n.t('Start here')] : []),
      ...dueText,
      difficultyLabels.get(snippet.difficulty) ?? snippet.difficulty,
      // CommonJS is what most of them are, and what the page says.
      ...(snippet.kind === 'mjs' ? ['ESM'] : []),
      ...(apart === undefined ? [] : [apart]),
    ].join(' · ');
    item.resourceUri = gradeUri(snippet.difficulty);
    item.iconPath = stateIcon(state);
    item.contextValue = 'snippet';
    item.accessibilityInformation = {
      label: [
        snippet.title,
        ...facts,
        labelOf(state),
        ...dueText,
        ...(apart === undefined ? [] : [apart]),
      ].join(', '),
    };
    item.command = {
      command: command.predictSnippet,
      title: vscode.l10n.t('Predict This Snippet'),
      arguments: [snippet.id],
    };
    return item;
  },
  tooltip: (snippet, state) =>
    cardTooltip(
      snippet.title,
      [...factsOf(snippet), labelOf(state)],
      snippet.race === undefined ? '' : vscode.l10n.t('More than one order is possible.'),
      state === 'tried'
        ? vscode.l10n.t('Not solved yet: no prediction of yours was a possible output.')
        : '',
    ),
  labels: {
    title: vscode.l10n.t('Filter Snippets'),
    grade: vscode.l10n.t('Difficulty'),
    grades: difficultyLabels,
    states: snippetStateLabels,
    mark: vscode.l10n.t('Kind'),
    marks: new Map([
      ['due', vscode.l10n.t('Due for review')],
      ['esm', vscode.l10n.t('ES module')],
      ['race', vscode.l10n.t('More than one order is possible')],
      ['twin', vscode.l10n.t('As CommonJS and as an ES module')],
    ]),
  },
};

function factsOf({ difficulty, kind }: Snippet): string[] {
  return [difficultyLabels.get(difficulty) ?? difficulty, moduleKindLabel(kind)];
}

function labelOf(state: string): string {
  return snippetStateLabels.get(state as SnippetState) ?? state;
}
