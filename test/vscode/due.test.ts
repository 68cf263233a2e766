import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { createStoredFilter } from '../../src/features/browse/card-filter.ts';
import { createCardTree } from '../../src/features/browse/card-tree.ts';
import { questionKind } from '../../src/features/browse/question-kind.ts';
import { searchItems } from '../../src/features/browse/search-items.ts';
import { snippetKind } from '../../src/features/browse/snippet-kind.ts';
import { nextQuestion } from '../../src/features/nudge/next-question.ts';
import { createProgressSession } from '../../src/features/progress/progress-session.ts';
import { inScope } from '../../src/features/quiz/cards-of-scope.ts';
import { createDueItem } from '../../src/features/quiz/due-item.ts';
import { createBankService } from '../../src/features/services/bank-service.ts';
import { createDue } from '../../src/features/services/create-due.ts';
import { createMaterialService } from '../../src/features/services/material-service.ts';
import { createStudy } from '../../src/features/services/create-study.ts';
import type { Services } from '../../src/features/services/services.ts';
import { createShownQuestion } from '../../src/features/services/shown-question.ts';
import { createDueBadge } from '../../src/features/today/due-badge.ts';
import { createTodayView } from '../../src/features/today/today-view.lazy.ts';
import { formatLine } from '../../src/study/event-line.ts';
import type { CardId, Rating } from '../../src/study/event.ts';
import { partOf } from '../../src/study/review/queue-part.ts';
import type { ReviewCard } from '../../src/study/review/review-card.ts';
import { memento } from './memento.ts';
import { createStudyWorld, next } from './study-world.ts';

const day = 24 * 60 * 60_000;
const { Global } = vscode.ConfigurationTarget;

describe('What is due', () => {
  const settings = vscode.workspace.getConfiguration('loopwise');
  const interview = {
    'study.interviewDate': new Date(Date.now() + 40 * day).toISOString().slice(0, 10),
    'study.interviewLevel': 'mid',
  };
  const { createStatusBarItem } = vscode.window;
  const open: { dispose(): unknown }[] = [];

  before(async () => {
    for (const [name, value] of Object.entries(interview)) {
      await settings.update(name, value, Global);
    }
  });
  after(async () => {
    Reflect.set(vscode.window, 'createStatusBarItem', createStatusBarItem);
    for (const one of open.reverse()) one.dispose();
    for (const name of [...Object.keys(interview), 'study.reviewsPerDay']) {
      await settings.update(name, undefined, Global);
    }
  });

  // Each of these cards is overdue by FSRS, and not each of them is due: that decides which ones count as that.
  it('is the same for the status bar, trees, search, quiz, nudge, Today and the page of progress', async () => {
    const extension = vscode.extensions.getExtension('loopwise.loopwise');
    assert.ok(extension);
    const { extensionUri } = extension;
    const bank = createBankService(extensionUri);
    bank.setPacks([]);
    const world = createStudyWorld();
    const { log } = world;
    open.push(world);
    const material = createMaterialService(extensionUri, log);
    const { questions } = await bank.loadAll();
    const [first, second, third, fourth, fifth] = questions.filter(
      ({ level, checks, snippets }) =>
        level !== 'senior' && checks.length > 0 && snippets.length > 0,
    );
    const senior = questions.find(({ level }) => level === 'senior');
    assert.ok(first && second && third && fourth && fifth && senior);
    const events: string[] = [];
    const review = (card: CardId, rating: Rating, ago: number): void => {
      const at = new Date(Date.now() - ago).toISOString();
      const after = { stability: 1, difficulty: 5, due: at };
      const payload = { kind: 'reviewed', rating, durationMs: 1, hints: 0, content: '' } as const;
      events.push(formatLine({ v: 1, id: `${card} ${ago}`, at, card, ...payload, after }));
    };
    const reviewTwice = (card: CardId, rating: Rating, ago: number): void => {
      review(card, rating, ago + 10 * 60_000);
      review(card, rating, ago);
    };
    // Recalled twice: the limit is for them as well before an interview.
    reviewTwice(`question:${first.id}`, 'good', 100 * day);
    reviewTwice(`check:${second.id}/${second.checks[0]?.id}`, 'good', 101 * day);
    reviewTwice(`snippet:${third.snippets[0]}`, 'good', 102 * day);
    // Of a question of which another card was reviewed today: waits until tomorrow, and takes one of the day's reviews.
    reviewTwice(`check:${fourth.id}/${fourth.checks[0]?.id}`, 'good', 103 * day);
    review(`question:${fourth.id}`, 'easy', 100 * day);
    review(`question:${fourth.id}`, 'easy', 1);
    // One more than the limit allows.
    reviewTwice(`question:${fifth.id}`, 'good', 104 * day);
    // Above the level of the interview.
    review(`question:${senior.id}`, 'easy', 105 * day);
    writeFileSync(world.file, events.join(''));

    const progress = world.window();
    const study = createStudy(bank, progress, material);
    const due = createDue({ bank, progress, study, log });
    const services = { log, bank, material, progress, study, due } as unknown as Services;
    // What the status bar shows can't be asked for: the item is the real one, and is held where it is made.
    const items: vscode.StatusBarItem[] = [];
    const createAndHold = (...given: Parameters<typeof createStatusBarItem>) => {
      const item = createStatusBarItem(...given);
      items.push(item);
      return item;
    };
    Reflect.set(vscode.window, 'createStatusBarItem', createAndHold);
    const view: { badge?: vscode.ViewBadge; readonly visible: boolean } & object = {
      visible: true,
      ...{ onDidChangeVisibility: new vscode.EventEmitter().event },
    };
    const redrawn = new vscode.EventEmitter<undefined>();
    const today = createTodayView(services, view as unknown as vscode.TreeView<unknown>, redrawn);
    const shownQuestion = createShownQuestion();
    const filterOf = (labels: typeof questionKind.labels) =>
      createStoredFilter(memento(), 'filter', labels, 'loopwise.test');
    const treeServices = { bank, progress, due, shownQuestion, log };
    const [asks, predicts] = [
      createCardTree(treeServices, questionKind, filterOf(questionKind.labels)),
      createCardTree(treeServices, snippetKind, filterOf(snippetKind.labels)),
    ] as const;
    await Promise.all([asks.nodes(), predicts.nodes()]);
    open.push(due, today, asks, predicts, shownQuestion, redrawn);
    open.push(createDueItem(services), createDueBadge({ due }, view));

    const told = next(due.onDidChange);
    await settings.update('study.reviewsPerDay', 4, Global);
    await told;

    const now = await due.load();
    const cards = partOf(now, 'due');
    const ids = cards.map(({ id }) => id).toSorted();
    assert.equal(ids.length, 3, 'the weakest three: what is left of four reviews a day');
    assert.ok(!ids.some((id) => id.includes(fourth.id) || id.includes(senior.id)));
    const row = (await today.rows()).find(({ id }) => id === 'review');
    assert.equal(row?.description, '3 cards');
    assert.equal(view.badge?.value, 3);
    const [item] = items;
    assert.match(item?.text ?? '', / 3$/);
    const { tooltip } = item ?? {};
    assert.ok(typeof tooltip === 'string' && tooltip.startsWith('3 reviews are due.'));
    assert.deepEqual([...(await inQuiz())].toSorted(), ids);
    const question = await nextQuestion(services);
    assert.deepEqual(question?.scope, { kind: 'card', id: now.cards[0]?.id });

    const ofQuestions = new Set(cards.map(({ question: id }) => `question:${id}`));
    const ofSnippets = new Set(ids.filter((id) => id.startsWith('snippet:')));
    assert.deepEqual(await marked(asks), ofQuestions);
    assert.deepEqual(await marked(predicts), ofSnippets);
    const found = await searchItems('is:due', {
      ...{ bank: await bank.loadAll(), progress: await progress.load() },
      ...{ isDue: (card) => due.isDue(card), search: undefined as never },
    });
    assert.deepEqual(
      new Set(found?.items.map(({ target }) => 'id' in target && `${target.kind}:${target.id}`)),
      new Set([...ofQuestions, ...ofSnippets]),
    );

    const { html } = await createProgressSession(services, () => undefined).contents();
    assert.match(html, /3 reviews are due\./);
    assert.match(html, /Cards due now: 3\./);

    async function inQuiz(): Promise<readonly CardId[]> {
      const asked = await inScope(services, await study.load(), { kind: 'reviews' });
      return asked.map(({ id }: ReviewCard) => id);
    }
  });
});

/** The cards of a tree whose rows say that they are due. */
async function marked<Card extends { readonly id: string }>(
  tree: ReturnType<typeof createCardTree<Card>>,
): Promise<ReadonlySet<string>> {
  const rows = await Promise.all(
    (await tree.nodes()).map(async (node) => [node.cardId, await tree.getTreeItem(node)] as const),
  );
  const isDue = ({ description }: vscode.TreeItem): boolean =>
    String(description ?? '')
      .split(' · ')
      .includes('due');
  return new Set(rows.flatMap(([id, item]) => (isDue(item) ? [id] : [])));
}
