import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Question } from '../../src/bank/model.ts';
import { noFilter } from '../../src/features/browse/card-filter.ts';
import { createCardTree } from '../../src/features/browse/card-tree.ts';
import type { CardTree } from '../../src/features/browse/card-tree.ts';
import { questionKind } from '../../src/features/browse/question-kind.ts';
import { revealShownQuestion } from '../../src/features/browse/reveal-shown.ts';
import type { TreeNode } from '../../src/features/browse/tree-nodes.ts';
import { createBankService } from '../../src/features/services/bank-service.ts';
import { createShownQuestion } from '../../src/features/services/shown-question.ts';
import type { ShownQuestion } from '../../src/features/services/shown-question.ts';
import { createStudyWorld, next } from './study-world.ts';

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
    const services = { bank, progress: world.window(), shownQuestion, log: world.log };
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
      visible: false,
      onDidChangeVisibility: visibility.event,
      reveal: (node: TreeNode<Question>, options?: object) => {
        revealed.fire([node, options]);
        return Promise.resolve();
      },
    };
    const listeners = revealShownQuestion(
      { view, tree: questions },
      { shownQuestion, log: world.log },
    );
    shownQuestion.show(one.card.id);
    shownQuestion.show(two.card.id);
    const told = next(revealed.event);
    view.visible = true;
    visibility.fire({ visible: true });
    assert.deepEqual(await told, [two, { select: true, focus: false }]);
    for (const one of [...listeners, visibility, revealed]) one.dispose();
  });

  it('one after the other, so that the last one stays selected', async () => {
    const [one, two] = await questions.nodes();
    assert.ok(one && two);
    const visibility = new vscode.EventEmitter<vscode.TreeViewVisibilityChangeEvent>();
    const revealed = new vscode.EventEmitter<unknown>();
    const order: unknown[] = [];
    let finish = (): void => undefined;
    const view = {
      visible: true,
      onDidChangeVisibility: visibility.event,
      reveal: (node: TreeNode<Question>) => {
        order.push(node);
        revealed.fire(node);
        return new Promise<void>((resolve) => (finish = resolve));
      },
    };
    const listeners = revealShownQuestion(
      { view, tree: questions },
      { shownQuestion, log: world.log },
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
    for (const listener of [...listeners, visibility, revealed]) listener.dispose();
  });
});
