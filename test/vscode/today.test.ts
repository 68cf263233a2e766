import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { createStoredFilter } from '../../src/features/browse/card-filter.ts';
import { createCardTree } from '../../src/features/browse/card-tree.ts';
import { questionKind } from '../../src/features/browse/question-kind.ts';
import { createBankService } from '../../src/features/services/bank-service.ts';
import { createDue } from '../../src/features/services/create-due.ts';
import { createMaterialService } from '../../src/features/services/material-service.ts';
import { createStudy } from '../../src/features/services/create-study.ts';
import type { BankService, ProgressService } from '../../src/features/services/services.ts';
import { createShownQuestion } from '../../src/features/services/shown-question.ts';
import type { TodayRow, TodayView } from '../../src/features/today/today-view.lazy.ts';
import { createTodayView } from '../../src/features/today/today-view.lazy.ts';
import type { BeliefProgress } from '../../src/drill/belief-progress.ts';
import type { Drills } from '../../src/features/services/drills.ts';
import type { Reviewed } from '../../src/study/event.ts';
import { memento } from './memento.ts';
import { createStudyWorld, next, reviewedAgo } from './study-world.ts';

const day = 24 * 60 * 60_000;

describe('Today', () => {
  let world: ReturnType<typeof createStudyWorld>;
  let bank: BankService;
  let progress: ProgressService;
  let study: ReturnType<typeof createStudy>;
  let due: ReturnType<typeof createDue>;
  let today: TodayView;
  let changed: vscode.EventEmitter<undefined>;
  let view: vscode.TreeView<unknown>;
  let beliefs: readonly BeliefProgress[];
  const settings = vscode.workspace.getConfiguration('loopwise');
  const drills = {
    load: () => Promise.resolve({ beliefs: () => Promise.resolve(beliefs) }),
  } as unknown as Drills;

  beforeEach(async () => {
    const extension = vscode.extensions.getExtension('loopwise.loopwise');
    assert.ok(extension);
    bank = createBankService(extension.extensionUri);
    bank.setPacks([]);
    world = createStudyWorld();
    progress = world.window();
    study = createStudy(bank, progress, createMaterialService(extension.extensionUri, world.log));
    due = createDue({ bank, progress, study, log: world.log });
    changed = new vscode.EventEmitter();
    const never = new vscode.EventEmitter<vscode.TreeViewVisibilityChangeEvent>().event;
    view = {
      visible: true,
      onDidChangeVisibility: never,
    } as unknown as vscode.TreeView<unknown>;
    const material = createMaterialService(extension.extensionUri, world.log);
    today = createTodayView(
      { bank, drills, material, progress, study, due, log: world.log },
      view,
      changed,
    );
    beliefs = [];
    await progress.load();
  });
  afterEach(async () => {
    for (const one of [today, due, world]) one.dispose();
    await settings.update('study.interviewDate', undefined, vscode.ConfigurationTarget.Global);
  });

  const rows = async (): Promise<string[]> =>
    (await today.rows()).map((row: TodayRow) => {
      const { label, description } = today.item(row);
      return `${row.isNext ? '> ' : ''}${label as string}: ${String(description)}`;
    });

  it('is empty for whoever has done nothing, and welcomes them', async () => {
    assert.deepEqual(await rows(), []);
    assert.equal(due.current, undefined);
  });

  it('goes on with what was begun, then with what is due, as the one source of it says', async () => {
    const redrawn = next(changed.event);
    await progress.record('question:event-loop-phases', { kind: 'opened' });
    await redrawn;
    assert.deepEqual(await rows(), [
      '> Continue: Phases of the event loop',
      'Due Now: nothing',
      'New Today: 10 cards',
      'Study Plan: Explain in one minute what Node.js is, and how it differs from a browser',
      'Drill: a new program each time',
      'Set Interview Date…: plans your reviews',
    ]);
    const told = next(due.onDidChange);
    await progress.record('question:event-loop-phases', reviewed());
    await told;
    // Not for ten minutes.
    assert.equal(due.current?.due, 0);
    assert.deepEqual((await rows()).slice(0, 3), [
      '> Continue: Phases of the event loop',
      'Due Now: nothing',
      'New Today: 9 cards',
    ]);
    const ended = next(due.onDidChange);
    const card = 'question:blocking-the-loop';
    await reviewedAgo(world.file, { card, rating: 'good', minutes: 11 });
    await ended;
    assert.equal(due.current.due, 1);
    assert.deepEqual([...due.current.ids], [card]);
    assert.deepEqual((await rows()).slice(0, 3), [
      '> Due Now: 1 card',
      'Continue: Phases of the event loop',
      'New Today: 8 cards',
    ]);
  });

  it('is there without study material that can be read, and so is what is due', async () => {
    mkdirSync(join(world.folder, 'dist'));
    writeFileSync(join(world.folder, 'dist', 'material.json'), '{');
    const material = createMaterialService(vscode.Uri.file(world.folder), world.log);
    const other = createTodayView(
      {
        bank,
        drills,
        material,
        progress,
        study: createStudy(bank, progress, material),
        due,
        log: world.log,
      },
      view,
      changed,
    );
    await progress.record('problem:any', { kind: 'opened' });
    await progress.record('question:event-loop-phases', { kind: 'opened' });
    const labels = (await other.rows()).map(({ label }) => label);
    assert.deepEqual(labels.slice(0, 3), ['Continue', 'Due Now', 'New Today']);
    assert.equal(labels.includes('Study Plan'), false);
    other.dispose();
    await assert.rejects(material.load());
    const service = await createStudy(bank, progress, material).load();
    assert.ok((await service.queue()).cards.length > 0);
  });

  it('shows the rules that predictions get wrong most, where they lead to their drill', async () => {
    const one = (belief: BeliefProgress['belief'], wrong: number, asked: number) => ({
      ...{ belief, wrong, asked, state: 'held', found: 1, seen: 1, right: 0 },
    });
    beliefs = [
      one('await-goes-on', 1, 4),
      one('await-blocks', 3, 5),
      one('zero-means-now', 0, 2),
    ] as readonly BeliefProgress[];
    const redrawn = next(changed.event);
    await progress.record('belief:await-blocks', { kind: 'found' });
    await redrawn;
    // The first rows do not wait for answers that have to be compared.
    const compared = next(changed.event);
    await rows();
    await compared;
    const weak = (await today.rows()).filter(({ id }) => id.startsWith('weak:'));
    assert.deepEqual(
      weak.map(({ description }) => description),
      [
        '3 of 5 wrong: await stops the whole program until the value is there.',
        '1 of 4 wrong: await continues immediately when the value is already there.',
      ],
    );
    const [item] = weak.map((row) => today.item(row));
    assert.equal(item?.label, 'Weak Rule');
    assert.deepEqual(
      [item.command?.command, item.command?.arguments],
      ['loopwise.drill', [{ against: 'await-blocks' }]],
    );
  });

  it('has one button, which does what the first row says, at each stage of a day', async () => {
    const done: unknown[] = [];
    const { executeCommand } = vscode.commands;
    const press = async (): Promise<unknown> => {
      Reflect.set(vscode.commands, 'executeCommand', (id: string, ...rest: unknown[]) => {
        if (id !== 'setContext') done.push([id, ...rest].filter((one) => one !== undefined));
        return Promise.resolve();
      });
      try {
        await today.studyNow();
      } finally {
        Reflect.set(vscode.commands, 'executeCommand', executeCommand);
      }
      return done.at(-1);
    };
    const { Global } = vscode.ConfigurationTarget;
    const loaded = await bank.loadAll();
    try {
      // Whoever has done nothing begins with what is new.
      assert.deepEqual(await press(), ['loopwise.quiz', { kind: 'new' }]);
      await progress.record('question:event-loop-phases', { kind: 'opened' });
      assert.deepEqual(await press(), ['loopwise.openQuestion', 'event-loop-phases']);
      const wrong = { verdict: 'wrong', mode: 'typed', prediction: ['x'], node: '24' } as const;
      const snippet = loaded.bank.snippets[0]?.id ?? '';
      await progress.record(`snippet:${snippet}`, { kind: 'predicted', ...wrong });
      assert.deepEqual(await press(), ['loopwise.quiz', { kind: 'redo' }]);
      const card = 'question:event-loop-phases';
      const read = next(study.onDidChange);
      await reviewedAgo(world.file, { card, rating: 'good', minutes: 11 });
      await read;
      assert.deepEqual(await press(), ['loopwise.quiz', { kind: 'reviews' }]);
      // All of it done, and nothing new wanted: the plan, and without one a snippet.
      const service = await study.load();
      const all = [...(await service.cards()).values()];
      for (const card of all) {
        if (card.id !== `snippet:${snippet}` && card.id !== 'question:event-loop-phases') continue;
        await service.rate(card, 'easy', { durationMs: 1, hints: 0 });
      }
      for (const { id: point } of loaded.question('event-loop-phases')?.keyPoints ?? []) {
        await progress.record('question:event-loop-phases', { kind: 'ticked', point, on: true });
      }
      for (const { id: check } of loaded.question('event-loop-phases')?.checks ?? []) {
        const answered = { kind: 'answered', check, choice: 0, correct: true } as const;
        await progress.record('question:event-loop-phases', answered);
      }
      await settings.update('study.newPerDay', 0, Global);
      const [first] = await today.rows();
      assert.equal(first?.id, 'plan');
      assert.deepEqual(await press(), ['loopwise.showPlan', first.argument]);
    } finally {
      await settings.update('study.newPerDay', undefined, Global);
    }
  });

  it('marks what is due in the tree, at the card and at its topic, which can be filtered', async () => {
    const shownQuestion = createShownQuestion();
    const filter = createStoredFilter(memento(), 'filter', questionKind.labels, 'loopwise.test');
    const services = { bank, progress, due, shownQuestion, log: world.log };
    const tree = createCardTree(services, questionKind, filter);
    const node = (await tree.nodes()).find(({ card }) => card.id === 'event-loop-phases');
    assert.ok(node);
    assert.equal((await tree.getTreeItem(node)).description, undefined);
    const marked = next(tree.onDidChangeTreeData, (nodes) => nodes?.includes(node.parent) === true);
    // A check of the question is due, and so is the question's row.
    const check = 'check:event-loop-phases/readfile-phase';
    await reviewedAgo(world.file, { card: check, rating: 'good', minutes: 11 });
    await marked;
    const item = await tree.getTreeItem(node);
    assert.equal(item.description, 'due');
    assert.match(item.accessibilityInformation?.label ?? '', /, due\b/);
    assert.match(String((await tree.getTreeItem(node.parent)).description), /^0\/\d+ · 1 due$/);
    await filter.set({ grades: [], states: [], marks: ['due'] });
    assert.deepEqual((await tree.nodes()).filter(tree.isShown), [node]);
    for (const one of [tree, filter, shownQuestion]) one.dispose();
  });

  it('resets cards, and brings their memory back as it was', async () => {
    await progress.record('question:event-loop-phases', reviewed());
    await progress.record('check:event-loop-phases/readfile-phase', reviewed());
    const service = await study.load();
    const reviews = await service.reviews();
    const before = reviews.memory('question:event-loop-phases');
    assert.ok(before);
    const cards = [...(await service.cards()).values()];
    const wanted = cards.filter(({ id }) => reviews.memory(id));
    const made = await service.reset(wanted);
    assert.deepEqual([...reviews.cards()], []);
    // Whoever has closed the message that offers it finds the way back in the list.
    assert.deepEqual(new Set(reviews.lastReset()?.cards), new Set(made));
    await Promise.all(made.map(({ card, event }) => service.undo(card, event)));
    assert.deepEqual(reviews.memory('question:event-loop-phases'), before);
    assert.equal([...reviews.cards()].length, 2);
    assert.equal(reviews.lastReset(), undefined);
  });

  it('counts the days to the interview, and the cards that are ready for it', async () => {
    await progress.record('question:event-loop-phases', { kind: 'opened' });
    await settings.update('study.interviewDate', dayIn(12), vscode.ConfigurationTarget.Global);
    assert.match((await rows()).at(-1) ?? '', /^Interview in 12 Days: 0 of \d+ ready$/);
    await settings.update('study.interviewDate', dayIn(-1), vscode.ConfigurationTarget.Global);
    assert.equal((await rows()).at(-1), 'Interview Is Over: set the date of the next one');
  });
});

/** Of the study day, which begins at four. */
function dayIn(days: number): string {
  const at = new Date(Date.now() - 4 * 60 * 60_000 + days * day);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

function reviewed(): Reviewed {
  const after = { stability: 1, difficulty: 5, due: new Date().toISOString() };
  return { kind: 'reviewed', rating: 'good', durationMs: 1, hints: 0, content: '', after };
}
