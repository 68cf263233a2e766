import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { resetReviews } from '../../src/features/quiz/reset.lazy.ts';
import type { QuizScope } from '../../src/features/quiz/quiz-scope.ts';
import { createBankService } from '../../src/features/services/bank-service.ts';
import { createMaterialService } from '../../src/features/services/material-service.ts';
import { createShownQuestion } from '../../src/features/services/shown-question.ts';
import { createStudy } from '../../src/features/services/create-study.ts';
import type { LoadedBank, Services } from '../../src/features/services/services.ts';
import type { CardId } from '../../src/study/event.ts';
import type { Reviews } from '../../src/study/review/review-projection.lazy.ts';
import { createStudyWorld } from './study-world.ts';

describe('Reset Reviews', () => {
  const { showWarningMessage, showInformationMessage } = vscode.window;
  let world: ReturnType<typeof createStudyWorld>;
  let services: Services;
  let loaded: LoadedBank;
  let reviews: Reviews;
  let told: string[];
  let asked: string[];
  /** What is answered to the confirmation, and to what is told afterwards. */
  let answers: { confirm: string | undefined; told: string | undefined };
  const begun: { dispose(): void }[] = [];

  beforeEach(async () => {
    const extension = vscode.extensions.getExtension('loopwise.loopwise');
    assert.ok(extension);
    const bank = createBankService(extension.extensionUri);
    bank.setPacks([]);
    world = createStudyWorld();
    const progress = world.window();
    const material = createMaterialService(extension.extensionUri, world.log);
    const study = createStudy(bank, progress, material);
    const shownQuestion = createShownQuestion();
    begun.push(shownQuestion);
    services = {
      ...{ log: world.log, bank, material, progress, study, shownQuestion },
    } as unknown as Services;
    loaded = await bank.loadAll();
    reviews = await (await study.load()).reviews();
    [told, asked, answers] = [[], [], { confirm: 'Reset', told: undefined }];
    Reflect.set(
      vscode.window,
      'showWarningMessage',
      (text: string, options: vscode.MessageOptions, ...choices: string[]) => {
        assert.deepEqual([options.modal, choices], [true, ['Reset']]);
        asked.push(`${text} ${options.detail ?? ''}`);
        return Promise.resolve(answers.confirm);
      },
    );
    Reflect.set(vscode.window, 'showInformationMessage', (text: string) => {
      told.push(text);
      return Promise.resolve(answers.told);
    });
  });
  afterEach(() => {
    Reflect.set(vscode.window, 'showWarningMessage', showWarningMessage);
    Reflect.set(vscode.window, 'showInformationMessage', showInformationMessage);
    for (const one of [...begun.splice(0), world]) one.dispose();
  });

  /** Two cards of the first topic, and one of another. */
  async function reviewThree() {
    const [first] = loaded.bank.topics;
    const own = loaded.questions.filter(({ topic }) => topic === first?.id).slice(0, 2);
    const other = loaded.questions.find(({ topic }) => topic !== first?.id);
    const cards = [...own, ...(other ? [other] : [])].map(({ id }): CardId => `question:${id}`);
    assert.ok(first && cards.length === 3);
    const service = await services.study.load();
    const all = await service.cards();
    for (const id of cards) {
      const card = all.get(id);
      assert.ok(card);
      await service.rate(card, 'good', { durationMs: 1, hints: 0 });
    }
    return { topic: first, cards };
  }
  const known = (cards: readonly CardId[]) => cards.map((id) => reviews.memory(id));

  /** Of the list, the first row is taken, whenever it is there. */
  async function reset(scope?: QuizScope): Promise<void> {
    const over = { isSo: false };
    const resetting = resetReviews(services, scope).finally(() => {
      over.isSo = true;
    });
    while (!scope && !over.isSo) {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    }
    await resetting;
  }

  it('asks before it resets a topic, does nothing when that is not confirmed, and has a way back', async () => {
    const { topic, cards } = await reviewThree();
    const before = known(cards);
    assert.ok(before.every((memory) => memory !== undefined));
    answers.confirm = undefined;
    await reset({ kind: 'topic', id: topic.id });
    assert.deepEqual(known(cards), before);
    assert.equal(told.length, 0);
    assert.ok(asked[0]?.startsWith(`Reset 2 cards? ${topic.title}\n\n`), asked[0]);
    answers = { confirm: 'Reset', told: 'Undo' };
    await reset({ kind: 'topic', id: topic.id });
    assert.deepEqual(told, ['2 cards are new again.']);
    assert.deepEqual(known(cards), before, 'undone from the message');
    answers.told = undefined;
    await reset({ kind: 'topic', id: topic.id });
    assert.deepEqual(known(cards), [undefined, undefined, before[2]]);
    // Whoever has closed the message finds it on top of the list.
    await reset();
    assert.equal(told.at(-1), 'The reset was undone: its reviews count again.');
    assert.deepEqual(known(cards), before);
  });

  it('resets one card, and says when there is nothing to reset', async () => {
    const { cards } = await reviewThree();
    const [first = 'question:none', ...others] = cards;
    const id = first.slice('question:'.length);
    await reset({ kind: 'question', id });
    assert.match(asked[0] ?? '', /^Reset 1 card\? /);
    assert.deepEqual(told, ['1 card is new again.']);
    assert.deepEqual(known([first]), [undefined]);
    assert.ok(known(others).every((memory) => memory !== undefined));
    await reset({ kind: 'question', id });
    assert.equal(told.at(-1), 'Nothing to reset: none of these cards was reviewed.');
    assert.equal(asked.length, 1);
  });

  it('says so where nothing was reviewed yet, rather than show an empty list', async () => {
    await resetReviews(services, undefined);
    assert.deepEqual(told, ['Nothing to reset: you have not reviewed anything yet.']);
  });

  it('resets all from the list, and brings all back', async () => {
    const { cards } = await reviewThree();
    const before = known(cards);
    await reset();
    assert.match(asked[0] ?? '', /^Reset 3 cards\? All Cards\n\n/);
    assert.deepEqual(known(cards), [undefined, undefined, undefined]);
    await reset();
    assert.deepEqual(known(cards), before);
    const counts = cards.map((card) => reviews.history(card).length);
    assert.deepEqual(counts, [1, 1, 1], 'each review counts once');
  });
});
