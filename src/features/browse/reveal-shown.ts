import type * as vscode from 'vscode';
import type { Question } from '../../bank/model.ts';
import type { Services } from '../services/services.ts';
import type { CardTree } from './card-tree.ts';
import type { CardView } from './card-view.ts';

interface RevealingView {
  readonly view: Pick<CardView<Question>['view'], 'visible' | 'reveal' | 'onDidChangeVisibility'>;
  readonly tree: CardTree<Question>;
}

/** Selects the shown question in the tree, while the tree is visible; the focus stays. */
export function revealShownQuestion(
  { view, tree }: RevealingView,
  { shownQuestion, log }: Pick<Services, 'shownQuestion' | 'log'>,
): vscode.Disposable[] {
  const wanted = (): string | undefined => (view.visible ? shownQuestion.current : undefined);
  let revealing = false;
  let again = false;
  const revealOne = async (): Promise<void> => {
    const id = wanted();
    if (id === undefined) return;
    const node = (await tree.nodes()).find(({ card }) => card.id === id);
    if (!node || !tree.isShown(node) || wanted() !== id) return;
    try {
      await view.reveal(node, { select: true, focus: false });
    } catch (error) {
      // The tree changed meanwhile.
      log.debug(String(error));
    }
  };
  /** One after the other: the last question that was shown is the one that stays selected. */
  const reveal = async (): Promise<void> => {
    again = true;
    if (revealing) return;
    revealing = true;
    while (again) {
      again = false;
      await revealOne();
    }
    revealing = false;
  };
  return [
    shownQuestion.onDidShow(() => void reveal()),
    view.onDidChangeVisibility(() => void reveal()),
  ];
}
