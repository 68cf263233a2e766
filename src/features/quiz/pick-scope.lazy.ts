import * as vscode from 'vscode';
import type { Bank } from '../../bank/model.ts';
import { levels } from '../../bank/levels.ts';
import type { Services } from '../services/services.ts';
import { cardsText } from '../ui/amount-texts.ts';
import { command } from '../settings/ids.ts';
import { levelNames } from '../ui/grade-names.ts';
import { pickOne } from '../ui/pick-one.ts';
import { inScope } from './cards-of-scope.ts';
import type { QuizScope } from './quiz-scope.ts';

/** Asks what the quiz is about; undefined when nobody wants to say, or a drill was chosen. */
export async function pickScope(services: Services): Promise<QuizScope | undefined> {
  const [{ bank }, study] = await Promise.all([services.bank.loadAll(), services.study.load()]);
  const shown = services.shownQuestion.current;
  const names = levelNames();
  const choices: readonly (readonly [label: string, scope: QuizScope])[] = [
    [vscode.l10n.t('Due Today'), { kind: 'due' }],
    [vscode.l10n.t('One Question'), { kind: 'one' }],
    [vscode.l10n.t('Redo What Went Wrong'), { kind: 'redo' }],
    [vscode.l10n.t('Forgotten or Hard Last Time'), { kind: 'missed' }],
    [vscode.l10n.t('Weak Rules'), { kind: 'rules' }],
    [vscode.l10n.t('Bookmarks'), { kind: 'bookmarks' }],
    ...(shown === undefined
      ? []
      : [[vscode.l10n.t('The Open Question'), { kind: 'question', id: shown }] as const]),
    ...levels.map((level) => [names[level], { kind: 'level', level }] as const),
    ...bank.topics.map(({ id, title }) => [title, { kind: 'topic', id }] as const),
    ...tagsOf(bank).map((id) => [vscode.l10n.t('Tag: {0}', id), { kind: 'tag', id }] as const),
  ];
  const items = await Promise.all(
    choices.map(async ([label, scope]) => {
      const { length } = await inScope(services, study, scope);
      return { label, scope, length, description: cardsText(length) };
    }),
  );
  const placeHolder = vscode.l10n.t('Select what the quiz asks');
  const drill = {
    label: vscode.l10n.t('Drill'),
    scope: undefined,
    description: vscode.l10n.t('newly generated programs'),
  };
  const asked = items.filter(({ length }) => length > 0);
  const chosen = await pickOne([...asked.slice(0, 2), drill, ...asked.slice(2)], { placeHolder });
  if (chosen === drill) await vscode.commands.executeCommand(command.drill);
  return chosen?.scope;
}

/** Those of several questions, the most used first: one alone has a row of its own already. */
function tagsOf({ questions }: Bank): readonly string[] {
  const counts = new Map<string, number>();
  for (const tag of questions.flatMap(({ tags }) => tags)) {
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  const used = [...counts].filter(([, count]) => count > 1);
  return used
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, mostTags)
    .map(([tag]) => tag);
}

const mostTags = 40;
