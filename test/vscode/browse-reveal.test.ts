import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Question, Snippet } from '../../src/bank/model.ts';
import { noFilter } from '../../src/features/browse/card-filter.ts';
import { createCardTree } from '../../src/features/browse/card-tree.ts';
import type { CardTree } from '../../src/features/browse/card-tree.ts';
import { questionKind } from '../../src/features/browse/question-kind.ts';
import {
  revealShown,
  shownQuestionCard,
  shownSnippetCard,
} from '../../src/features/browse/reveal-shown.ts';
import type { TreeNode } from '../../src/features/browse/tree-nodes.ts';
import { createBankService } from '../../src/features/services/bank-service.ts';
import { createActiveSubject } from '../../src/features/subject/active-subject.ts';
import { createShownQuestion } from '../../src/features/services/shown-question.ts';
import type { ShownQuestion } from '../../src/features/services/shown-question.ts';
import { createStudyWorld, next, nothingDue } from './study-world.ts';

/** Nobody opens or closes a topic by hand. */
const neverTouched = {
  onDidExpandElement: new vscode.EventEmitter<vscode.TreeViewExpansionEvent<TreeNode<never>>>()
    .event as vscode.Event<vscode.TreeViewExpansionEvent<TreeNode<Question>>>,
  onDidCollapseElement: new vscode.EventEmitter<vscode.TreeViewExpansionEvent<TreeNode<never>>>()
    .event as vscode.Event<vscode.TreeViewExpansionEvent<TreeNode<Question>>>,
};

describe('The tree reveals', () => {
  let world: ReturnType<typeof createStudyWorld>;
  let shownQuestion: ShownQuestion;
  let questions: CardTree<Question>;

  beforeEach(() => {
    const extension = vscode.extensions.getExtension('loopwise.loopwise');
    assert.ok(extension);
    world = createStudyWorld();
    shownQuestion = createShownQuestion();
    const bank = createBankService(extension.extensionUri);
    const services = {
      bank,
      progress: world.window(),
      due: nothingDue,
      shownQuestion,
      log: world.log,
    };
    const filter = { value: noFilter, onDidChange: new vscode.EventEmitter<void>().event };
    questions = createCardTree(services, questionKind, filter);
  });
  afterEach(() => {
    for (const one of [questions, shownQuestion, world]) one.dispose();
  });

  it('the question that is shown, without taking the focus, while they are visible', async () => {
    const [one, two] = await questions.nodes();
    assert.ok(one && two);
    const visibility = new vscode.EventEmitter<vscode.TreeViewVisibilityChangeEvent>();
    const revealed = new vscode.EventEmitter<unknown>();
    const view = {
      ...neverTouched,
      visible: false,
      onDidChangeVisibility: visibility.event,
      reveal: (node: TreeNode<Question>, options?: object) => {
        revealed.fire([node, options]);
        return Promise.resolve();
      },
    };
    const listeners = revealShown(
      { view, tree: questions },
      shownQuestionCard({ shownQuestion }),
      world,
    );
    shownQuestion.show(one.card.id);
    shownQuestion.show(two.card.id);
    const told = next(revealed.event);
    view.visible = true;
    visibility.fire({ visible: true });
    assert.deepEqual(await told, [two, { select: true, focus: false }]);
    for (const one of [listeners, visibility, revealed]) one.dispose();
  });

  it('one after the other, so that the last one stays selected', async () => {
    const [one, two] = await questions.nodes();
    assert.ok(one && two);
    const visibility = new vscode.EventEmitter<vscode.TreeViewVisibilityChangeEvent>();
    const revealed = new vscode.EventEmitter<unknown>();
    const order: unknown[] = [];
    let finish = (): void => undefined;
    const view = {
      ...neverTouched,
      visible: true,
      onDidChangeVisibility: visibility.event,
      reveal: (node: TreeNode<Question>) => {
        order.push(node);
        revealed.fire(node);
        return new Promise<void>((resolve) => (finish = resolve));
      },
    };
    const listeners = revealShown(
      { view, tree: questions },
      shownQuestionCard({ shownQuestion }),
      world,
    );
    const begun = next(revealed.event);
    shownQuestion.show(two.card.id);
    await begun;
    shownQuestion.show(one.card.id);
    // What would reveal the second one at once needs the nodes, as this does.
    await questions.nodes();
    await Promise.resolve();
    assert.deepEqual(order, [two]);
    const then = next(revealed.event);
    finish();
    await then;
    assert.deepEqual(order, [two, one]);
    finish();
    for (const listener of [listeners, visibility, revealed]) listener.dispose();
  });

  it('what is only looked at where its topic is open, and opens it for what is chosen', async () => {
    const nodes = await questions.nodes();
    const [one] = nodes;
    const other = nodes.find(({ parent }) => parent !== one?.parent);
    const closed = nodes.find(({ parent }) => parent === other?.parent);
    assert.ok(one && closed);
    const expanded = new vscode.EventEmitter<vscode.TreeViewExpansionEvent<TreeNode<Question>>>();
    const collapsed = new vscode.EventEmitter<vscode.TreeViewExpansionEvent<TreeNode<Question>>>();
    const revealed = new vscode.EventEmitter<unknown>();
    const order: unknown[] = [];
    const view = {
      visible: true,
      onDidChangeVisibility: new vscode.EventEmitter<vscode.TreeViewVisibilityChangeEvent>().event,
      onDidExpandElement: expanded.event,
      onDidCollapseElement: collapsed.event,
      reveal: (node: TreeNode<Question>) => {
        order.push(node);
        revealed.fire(node);
        return Promise.resolve();
      },
    };
    const listeners = revealShown(
      { view, tree: questions },
      shownQuestionCard({ shownQuestion }),
      world,
    );
    const show = async (node: typeof one, isPreview: boolean): Promise<void> => {
      const told = next(revealed.event);
      shownQuestion.show(node.card.id, isPreview);
      await told;
    };
    collapsed.fire({ element: closed.parent });
    expanded.fire({ element: one.parent });
    shownQuestion.show(closed.card.id, true);
    await show(one, true);
    assert.deepEqual(order, [one], 'a preview opens no topic');
    await show(closed, false);
    expanded.fire({ element: closed.parent });
    await show(one, true);
    await show(closed, true);
    assert.deepEqual(order, [one, closed, one, closed]);
    for (const listener of [listeners, expanded, collapsed, revealed]) listener.dispose();
  });

  it('the snippet of the page that is active, whichever shows it', async () => {
    const activeSubject = createActiveSubject();
    const shown = shownSnippetCard({ activeSubject });
    assert.equal(shown.current, undefined);
    const page = {};
    const told = next(shown.onDidShow);
    const snippet = { id: 'a/b' } as Snippet;
    activeSubject.enter(page, { kind: 'snippet', snippet, questionTitle: '' });
    await told;
    assert.equal(shown.current, 'snippet:a/b');
    activeSubject.leave(page);
    assert.equal(shown.current, undefined, 'nothing is revealed beside the page');
    activeSubject.dispose();
  });
});
