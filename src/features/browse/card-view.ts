import * as vscode from 'vscode';
import type { Services } from '../services/services.ts';
import {
  createStoredFilter,
  describeFilter,
  isFiltering,
  noFilter,
  readFilter,
} from './card-filter.ts';
import type { CardKind } from './card-kind.ts';
import { createCardTree, type CardTree } from './card-tree.ts';
import { pickFilter } from './pick-filter.ts';
import type { TreeNode } from './tree-nodes.ts';

interface ViewIds {
  readonly view: string;
  readonly filteredContext: string;
  /** Two, because the button in the title shows whether a filter is set. */
  readonly filterCommands: readonly string[];
  readonly clearCommand: string;
}

export interface CardView<Card> {
  readonly view: vscode.TreeView<TreeNode<Card>>;
  readonly tree: CardTree<Card>;
}

/** A tree of cards with its filter. */
export function createCardView<Card extends { readonly id: string }>(
  services: Services,
  kind: CardKind<Card>,
  { view: viewId, filteredContext, filterCommands, clearCommand }: ViewIds,
): CardView<Card> {
  const { context } = services;
  const { workspaceState, subscriptions } = context;
  const key = `${viewId}.filter`;
  const filter = createStoredFilter(workspaceState, key, kind.labels, filteredContext);
  const tree = createCardTree(services, kind, filter);
  const view = vscode.window.createTreeView(viewId, {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  const describe = (): void => {
    view.description = describeFilter(filter.value, kind.labels);
  };
  // Each time it is set is a message to the window.
  if (isFiltering(filter.value)) describe();

  /** @param argument a filter, e.g. `{ "grades": ["mid"] }` in a key binding; asks without one */
  const change = async (argument: unknown): Promise<void> => {
    const given = readFilter(argument, kind.labels);
    const wanted = given ?? (await pickFilter(filter.value, kind.labels));
    if (wanted) await filter.set(wanted);
  };
  subscriptions.push(
    filter,
    tree,
    view,
    filter.onDidChange(describe),
    vscode.commands.registerCommand(clearCommand, () => filter.set(noFilter)),
  );
  for (const id of filterCommands) {
    subscriptions.push(vscode.commands.registerCommand(id, change));
  }
  return { view, tree };
}
