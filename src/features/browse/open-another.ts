import * as vscode from 'vscode';
import type { Question } from '../../bank/model.ts';
import { command } from '../settings/ids.ts';
import type { ShownQuestion } from '../services/shown-question.ts';
import type { CardTree } from './card-tree.ts';
import type { CardNode } from './tree-nodes.ts';
import { neighbour } from './neighbour.ts';
import { questionKind } from './question-kind.ts';

/** Commands that go from the shown question to another one that passes the filter. */
export function registerOpenAnother(
  tree: CardTree<Question>,
  shownQuestion: ShownQuestion,
): vscode.Disposable {
  const go = async (
    choose: (
      nodes: readonly CardNode<Question>[],
      current: CardNode<Question> | undefined,
    ) => CardNode<Question> | undefined,
  ): Promise<void> => {
    const nodes = await tree.nodes();
    const current = nodes.find(({ card }) => card.id === shownQuestion.current);
    const found = choose(nodes, current);
    if (found) await vscode.commands.executeCommand(command.openQuestion, found.card.id);
    else if (nodes.length > 0) await offerToClearFilter();
  };
  const step = (by: 1 | -1) => () =>
    go((nodes, current) => neighbour(nodes, current, by, tree.isShown));
  const random = () =>
    go((nodes, current) => {
      const others = nodes.filter((node) => node !== current && tree.isShown(node));
      const open = others.filter((node) => tree.stateOf(node) !== questionKind.finished);
      return anyOf(open.length > 0 ? open : others);
    });
  return vscode.Disposable.from(
    vscode.commands.registerCommand(command.nextQuestion, step(1)),
    vscode.commands.registerCommand(command.previousQuestion, step(-1)),
    vscode.commands.registerCommand(command.randomQuestion, random),
  );
}

function anyOf<T>(items: readonly T[]): T | undefined {
  return items[Math.floor(Math.random() * items.length)];
}

async function offerToClearFilter(): Promise<void> {
  const clear = vscode.l10n.t('Clear Filter');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('No other question matches the filter.'),
    clear,
  );
  if (choice === clear) await vscode.commands.executeCommand(command.clearQuestionFilter);
}
