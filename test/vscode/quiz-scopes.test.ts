import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cardsOf } from '../../src/features/quiz/cards-of-scope.ts';
import { createQuizSession } from '../../src/features/quiz/quiz-session.ts';
import type { QuizScope } from '../../src/features/quiz/quiz-scope.ts';
import { createBankService } from '../../src/features/services/bank-service.ts';
import { createMaterialService } from '../../src/features/services/material-service.ts';
import { createStudy } from '../../src/features/services/create-study.ts';
import type { LoadedBank, Services } from '../../src/features/services/services.ts';
import type { Question } from '../../src/bank/model.ts';
import type { CardId, Rating } from '../../src/study/event.ts';
import { createStudyWorld, reviewedAgo } from './study-world.ts';

describe('The scopes of a quiz', () => {
  let world: ReturnType<typeof createStudyWorld>;
  let services: Services;
  let loaded: LoadedBank;
  const begun: { dispose(): void }[] = [];

  beforeEach(async () => {
    const extension = vscode.extensions.getExtension('loopwise.loopwise');
    assert.ok(extension);
    const { extensionUri } = extension;
    const bank = createBankService(extensionUri);
    bank.setPacks([]);
    world = createStudyWorld();
    const progress = world.window();
    const material = createMaterialService(extensionUri, world.log);
    const study = createStudy(bank, progress, material);
    const beliefs = () => Promise.resolve([{ belief: 'await-blocks', state: 'gone' }]);
    const drills = { load: () => Promise.resolve({ beliefs }) };
    services = {
      ...{ log: world.log, bank, material, progress, study, drills },
      context: { extensionUri },
    } as unknown as Services;
    loaded = await bank.loadAll();
  });
  afterEach(() => {
    for (const one of [...begun.splice(0), world]) one.dispose();
  });

  const asked = async (scope: QuizScope): Promise<readonly CardId[]> =>
    cardsOf(services, await services.study.load(), scope);
  /** All cards of questions, by what authors wrote. */
  const cardsOfAll = (questions: Iterable<Question>): readonly CardId[] =>
    [...questions].flatMap(({ id, checks, snippets }): CardId[] => [
      `question:${id}`,
      ...checks.map((check): CardId => `check:${id}/${check.id}`),
      ...snippets.map((name): CardId => `snippet:${name}`),
    ]);
  const rate = async (card: CardId, rating: Rating): Promise<void> => {
    const after = { stability: 1, difficulty: 5, due: new Date().toISOString() };
    await services.progress.record(card, {
      ...{ kind: 'reviewed', rating, durationMs: 1, hints: 0, content: '', after },
    });
  };
  const begin = async (scope: QuizScope, stored?: unknown) => {
    const nothing = () => Promise.resolve();
    const session = await createQuizSession(services, scope, stored, nothing);
    begun.push(session);
    return { session, html: async () => (await session.contents()).html };
  };

  it('ask each for its own cards, no card twice, and no other', async () => {
    const questions = [...loaded.questions];
    const [marked, forgotten, known] = questions as [Question, Question, Question];
    const { progress } = services;
    await progress.record(`question:${marked.id}`, { kind: 'bookmarked', on: true });
    await rate(`question:${forgotten.id}`, 'again');
    await rate(`question:${known.id}`, 'good');
    for (const belief of ['await-blocks', 'await-goes-on'] as const) {
      await progress.record(`belief:${belief}`, { kind: 'found' });
    }
    const of = (wanted: (question: Question) => boolean) => cardsOfAll(questions.filter(wanted));
    const { topic } = forgotten;
    const tag = known.tags[0] ?? '';
    const inBank: readonly (readonly [QuizScope, readonly CardId[]])[] = [
      [{ kind: 'topic', id: topic }, of((one) => one.topic === topic)],
      [{ kind: 'level', level: 'senior' }, of(({ level }) => level === 'senior')],
      [{ kind: 'tag', id: tag }, of(({ tags }) => tags.includes(tag))],
      [{ kind: 'question', id: known.id }, of(({ id }) => id === known.id)],
      // What the open file is about.
      [
        { kind: 'questions', ids: [marked.id, known.id] },
        of(({ id }) => id === marked.id || id === known.id),
      ],
      [{ kind: 'bookmarks' }, of(({ id }) => id === marked.id)],
      [{ kind: 'missed' }, [`question:${forgotten.id}`]],
      [{ kind: 'card', id: `question:${known.id}` }, [`question:${known.id}`]],
      // The other one is gone.
      [{ kind: 'rules' }, ['belief:await-goes-on']],
    ];
    for (const [scope, wanted] of inBank) {
      const name = JSON.stringify(scope);
      const cards = (await asked(scope)).filter(
        (id) => scope.kind === 'rules' || !id.startsWith('belief:'),
      );
      assert.equal(new Set(cards).size, cards.length, name);
      assert.ok(wanted.length > 0, name);
      if (wanted.length <= 150) assert.deepEqual(cards.toSorted(), wanted.toSorted(), name);
      else assert.ok(cards.length >= 150 && cards.every((id) => wanted.includes(id)), name);
    }
  });

  it('that are of today ask for what is due, to be redone, or new; and one question a day is the first of them', async () => {
    const [due, ...others] = [...loaded.questions] as [Question, ...Question[]];
    const card = `question:${due.id}` as const;
    await reviewedAgo(world.file, { card, rating: 'again', minutes: 2 });
    const snippet = others.flatMap(({ snippets }) => snippets)[0] ?? '';
    const predicted = { verdict: 'wrong', mode: 'typed', prediction: ['x'], node: '24' } as const;
    await services.progress.record(`snippet:${snippet}`, { kind: 'predicted', ...predicted });
    const [all, reviews, redo, fresh, one] = await Promise.all(
      (['due', 'reviews', 'redo', 'new', 'one'] as const).map((kind) => asked({ kind })),
    );
    assert.deepEqual(reviews, [`question:${due.id}`]);
    assert.deepEqual(redo, [`snippet:${snippet}`]);
    assert.ok(fresh && fresh.length > 0);
    assert.deepEqual(all, [...reviews, ...redo, ...fresh]);
    assert.deepEqual(one, [`question:${due.id}`]);
  });

  it('say under each rating when the card comes back', async () => {
    const { session, html } = await begin({ kind: 'card', id: 'question:event-loop-phases' });
    await session.perform({ kind: 'next' });
    await session.perform({ kind: 'next' });
    const page = await html();
    const under = [...page.matchAll(/data-rate="(\w+)".*?<small>(.*?)<\/small>/g)];
    // FSRS 6: steps of 1 and 10 minutes, the mean of both for hard, and 8.3 days for who found it easy.
    assert.deepEqual(
      under.map(([, rating, when]) => [rating, when]),
      [
        ['again', '1 min'],
        ['hard', '6 min'],
        ['good', '10 min'],
        ['easy', '8 days'],
      ],
    );
  });

  it('keep the order of the choices while a card is shown: drawn anew, answered, taken back, after a restart', async () => {
    const id = 'check:event-loop-phases/readfile-phase';
    const order = (page: string) =>
      [...page.matchAll(/data-choice="(\d)"/g)].map(([, index]) => Number(index));
    const { session, html } = await begin({ kind: 'card', id });
    const first = order(await html());
    const { checks } = loaded.question('event-loop-phases') as Question;
    const check = checks.find((one) => one.id === 'readfile-phase');
    assert.deepEqual(
      first.toSorted(),
      check?.choices.map((_, index) => index),
    );
    assert.deepEqual(order(await html()), first);
    const restarted = await begin({ kind: 'card', id }, JSON.parse(JSON.stringify(session.stored)));
    assert.deepEqual(order(await restarted.html()), first);
    await session.perform({ kind: 'choose', choice: 0 });
    // Told, they are the same texts in the same order.
    const told = [...(await html()).matchAll(/class="choice told[^"]*"><div>(.*?)<\/div>/g)];
    const texts = [...(await restarted.html()).matchAll(/<kbd[^>]*>\d<\/kbd><span>(.*?)<\/span>/g)];
    assert.deepEqual(
      told.map(([, text]) => text),
      texts.map(([, text]) => text),
    );
    await session.perform({ kind: 'rate', rating: 'good' });
    await session.perform({ kind: 'undo' });
    assert.match(await html(), /class="choice told/);
    // Nobody learns a place by heart: among quizzes, there are several orders.
    const orders = new Set<string>();
    for (let quiz = 0; quiz < 12; quiz++) {
      orders.add(order(await (await begin({ kind: 'card', id })).html()).join());
    }
    assert.ok(orders.size > 1, [...orders].join(' '));
  });

  it('end in a summary that says what was rated and leads on', async () => {
    const { session, html } = await begin({ kind: 'question', id: 'event-loop-phases' });
    await session.perform({ kind: 'next' });
    await session.perform({ kind: 'next' });
    await session.perform({ kind: 'rate', rating: 'easy' });
    let skipped = 0;
    for (; !(await html()).includes('summary'); skipped++) await session.perform({ kind: 'skip' });
    const page = await html();
    assert.match(page, /You reviewed 1 card\./);
    assert.ok(skipped > 1 && page.includes(`You skipped ${skipped} cards.`));
    // The ten of a day but the one of the question that was asked.
    assert.match(page, /9 more cards are left for today\./);
    assert.doesNotMatch(page, /The next card is due/);
    const rows = [...page.matchAll(/<th scope="row">(\w+)<\/th><td>(\d+)<\/td>/g)];
    assert.deepEqual(
      rows.map(([, rating, count]) => `${rating} ${count}`),
      ['Again 0', 'Hard 0', 'Good 0', 'Easy 1'],
    );
    const does = [...page.matchAll(/data-do="(\w+)"/g)].map(([, name]) => name);
    assert.deepEqual(does, ['askSkipped', 'again', 'today', 'drill', 'progress', 'undo']);
    await session.perform({ kind: 'undo' });
    assert.match(await html(), /data-stage="answer" data-kind="question"/);
    // Of what is due, it leads to the other scopes.
    await services.progress.record('question:event-loop-phases', { kind: 'opened' });
    const due = await begin({ kind: 'one' });
    await due.session.perform({ kind: 'skip' });
    assert.match(await due.html(), /id="do-today" data-do="today" data-next.*id="do-more"/s);
  });

  it('end when all of today was skipped, say so, and ask what was skipped once somebody wants to', async () => {
    const { session, html } = await begin({ kind: 'due' });
    const first = /<h1>.*<\/h1>/.exec(await html())?.[0];
    const count = (await asked({ kind: 'due' })).length;
    for (let skips = 0; skips < count; skips++) await session.perform({ kind: 'skip' });
    const page = await html();
    assert.match(page, new RegExp(`Quiz Finished.*You skipped ${count} cards\\.`, 's'));
    assert.doesNotMatch(page, /have been reviewed|left for today/);
    assert.match(page, /id="do-askSkipped" data-do="askSkipped" data-next/);
    await session.perform({ kind: 'askSkipped' });
    assert.equal(/<h1>.*<\/h1>/.exec(await html())?.[0], first);
  });

  it('that have no card say so', async () => {
    const none = await begin({ kind: 'bookmarks' });
    assert.match(await none.html(), /Nothing to Ask.*There are no cards of this kind\..*10 more/s);
    const redo = await begin({ kind: 'redo' });
    assert.match(await redo.html(), /Nothing to Ask.*id="do-today" data-do="today" data-next/s);
  });

  it('open the full answer of a card, or the page of a snippet', async () => {
    const opened: unknown[] = [];
    const { executeCommand } = vscode.commands;
    Reflect.set(vscode.commands, 'executeCommand', (...all: unknown[]) => {
      opened.push(all);
      return Promise.resolve();
    });
    try {
      const { session } = await begin({ kind: 'card', id: 'question:event-loop-phases' });
      await session.perform({ kind: 'explain' });
      const { snippets } = loaded.question('event-loop-phases') as Question;
      const of = await begin({ kind: 'card', id: `snippet:${snippets[0] ?? ''}` });
      await of.session.perform({ kind: 'explain' });
      assert.deepEqual(opened, [
        ['loopwise.openQuestion', 'event-loop-phases'],
        ['loopwise.predictSnippet', snippets[0]],
      ]);
    } finally {
      Reflect.set(vscode.commands, 'executeCommand', executeCommand);
    }
  });
});
