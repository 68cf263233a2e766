import * as vscode from 'vscode';
import { createLatest } from '../../collections/latest.ts';
import type { CardId } from '../../study/event.ts';
import type { Services } from '../services/services.ts';
import { asLogged } from '../ui/error-text.ts';
import type { CardTree } from './card-tree.ts';
import type { CardView } from './card-view.ts';
import type { CardNode, GroupNode, TopicNode, TreeNode } from './tree-nodes.ts';

interface RevealingView<Card> {
  readonly view: Pick<
    CardView<Card>['view'],
    'visible' | 'reveal' | 'onDidChangeVisibility' | 'onDidExpandElement' | 'onDidCollapseElement'
  >;
  readonly tree: CardTree<Card>;
}

/** What the page of a tree's cards shows. */
export interface ShownCard {
  readonly current: CardId | undefined;
  /** It is only looked at: a topic that is closed stays closed. */
  readonly isPreview: boolean;
  readonly onDidShow: vscode.Event<unknown>;
}

/** Selects the shown card in its tree, while the tree is visible; the focus stays. */
export function revealShown<Card extends { readonly id: string }>(
  { view, tree }: RevealingView<Card>,
  shown: ShownCard,
  { log }: Pick<Services, 'log'>,
): vscode.Disposable {
  const wanted = (): CardId | undefined => (view.visible ? shown.current : undefined);
  /** What was opened or closed, by anybody. */
  const opened = new Map<TreeNode<Card>, boolean>();

  const isOpen = async (parent: TopicNode | GroupNode): Promise<boolean> => {
    const { collapsibleState } = await tree.getTreeItem(parent);
    const open =
      opened.get(parent) ?? collapsibleState === vscode.TreeItemCollapsibleState.Expanded;
    if (!open || parent.kind === 'group' || !parent.parent) return open;
    return isOpen(parent.parent);
  };
  const mayReveal = async (node: CardNode<Card>): Promise<boolean> =>
    !shown.isPreview || (await isOpen(node.parent));
  const revealOne = async (): Promise<void> => {
    const id = wanted();
    if (id === undefined) return;
    const node = (await tree.nodes()).find(({ cardId }) => cardId === id);
    if (!node || !tree.isShown(node) || !(await mayReveal(node)) || wanted() !== id) return;
    try {
      await view.reveal(node, { select: true, focus: false });
    } catch (error) {
      // The tree changed meanwhile.
      log.debug(String(error));
    }
  };
  // The last card that was shown is the one that stays selected.
  const reveals = createLatest(revealOne, (error) => log.error(asLogged(error)));
  return vscode.Disposable.from(
    shown.onDidShow(() => void reveals.ask()),
    view.onDidChangeVisibility(() => void reveals.ask()),
    view.onDidExpandElement(({ element }) => opened.set(element, true)),
    view.onDidCollapseElement(({ element }) => opened.set(element, false)),
  );
}

/** The question of the answer page. */
export function shownQuestionCard({ shownQuestion }: Pick<Services, 'shownQuestion'>): ShownCard {
  return {
    get current() {
      const id = shownQuestion.current;
      return id === undefined ? undefined : (`question:${id}` as const);
    },
    get isPreview() {
      return shownQuestion.isPreview;
    },
    onDidShow: shownQuestion.onDidShow,
  };
}

/** The snippet of the page that is the active editor: where it is predicted, or run many times. */
export function shownSnippetCard({
  activeSubject,
}: {
  readonly activeSubject: Pick<Services['activeSubject'], 'current' | 'onDidEnter'>;
}): ShownCard {
  return {
    get current() {
      const { current } = activeSubject;
      return current?.kind === 'snippet' ? (`snippet:${current.snippet.id}` as const) : undefined;
    },
    isPreview: false,
    onDidShow: activeSubject.onDidEnter,
  };
}
