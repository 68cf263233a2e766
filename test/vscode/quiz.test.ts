import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cardsOf } from '../../src/features/quiz/cards-of-scope.ts';
import { createQuizSession } from '../../src/features/quiz/quiz-session.ts';
import { createBankService } from '../../src/features/services/bank-service.ts';
import { createMaterialService } from '../../src/features/services/material-service.ts';
import { createStudy } from '../../src/features/services/create-study.ts';
import type { BankService, Services } from '../../src/features/services/services.ts';
import { createStudyWorld } from './study-world.ts';

describe('A quiz', () => {
  let world: ReturnType<typeof createStudyWorld>;
  let bank: BankService;
  let broken: boolean;
  let services: Services;
  const begun: { dispose(): void }[] = [];

  beforeEach(() => {
    const extension = vscode.extensions.getExtension('loopwise.loopwise');
    assert.ok(extension);
    const { extensionUri } = extension;
    const own = createBankService(extensionUri);
    own.setPacks([]);
    broken = false;
    const noBank = () => Promise.reject(new Error('no bank'));
    bank = { ...own, loadAll: () => (broken ? noBank() : own.loadAll()) };
    world = createStudyWorld();
    const progress = world.window();
    const material = createMaterialService(extensionUri, world.log);
    const study = createStudy(bank, progress, material);
    const context = { extensionUri };
    services = { context, log: world.log, bank, material, progress, study } as Services;
  });
  afterEach(() => {
    for (const one of [...begun.splice(0), world]) one.dispose();
  });

  const question = { kind: 'question', id: 'event-loop-phases' } as const;

  it('that fails to start says so, and starts when it is asked again', async () => {
    broken = true;
    let changes = 0;
    const session = await createQuizSession(services, question, undefined, () => {
      changes += 1;
      return Promise.resolve();
    });
    begun.push(session);
    assert.match((await session.contents()).html, /Couldn&#39;t Start the Quiz/);
    broken = false;
    await session.perform({ kind: 'again' });
    assert.equal(changes, 1);
    assert.match((await session.contents()).html, /data-stage="ask" data-kind="question"/);
  });

  it('asks all but practice problems where the study material can not be read', async () => {
    const material = createMaterialService(vscode.Uri.file(world.file), world.log);
    const { bank, progress } = services;
    const study = createStudy(bank, progress, material);
    await progress.record('problem:all', { kind: 'opened' });
    await assert.rejects(material.load());
    const without = { ...services, material, study };
    const nothing = () => Promise.resolve();
    const session = await createQuizSession(without, question, undefined, nothing);
    begun.push(session);
    assert.match((await session.contents()).html, /data-stage="ask" data-kind="question"/);
  });

  it('shows Markdown that takes too long to render as it was written', async () => {
    const asWritten = { patience: 0, idle: 1000 };
    const nothing = () => Promise.resolve();
    const session = await createQuizSession(services, question, undefined, nothing, asWritten);
    begun.push(session);
    await session.perform({ kind: 'next' });
    const { html } = await session.contents();
    assert.ok(html.includes('<span>`setImmediate` runs in the check phase'), html);
  });

  it('of weak rules asks about the beliefs that were found or suspected, and are not gone', async () => {
    const { progress } = services;
    for (const belief of ['await-blocks', 'await-goes-on'] as const) {
      await progress.record(`belief:${belief}`, { kind: 'found' });
    }
    const snippet = 'event-loop-phases/any';
    await progress.record('belief:zero-means-now', { kind: 'suspected', snippet });
    const beliefs = () => Promise.resolve([{ belief: 'await-blocks', state: 'gone' }]);
    const drills = { load: () => Promise.resolve({ beliefs }) };
    const asked = await cardsOf(
      { ...services, drills } as unknown as Services,
      ...([await services.study.load(), { kind: 'rules' }] as const),
    );
    assert.deepEqual(asked.toSorted(), ['belief:await-goes-on', 'belief:zero-means-now']);
  });

  it('asks a practice problem once it was opened, and proposes a rating by its last run', async () => {
    const { progress } = services;
    const all = { kind: 'question', id: 'promise-combinators' } as const;
    const nothing = () => Promise.resolve();
    const isThere = async () => (await (await services.study.load()).cards()).has('problem:all');
    assert.equal(await isThere(), false);
    await progress.record('problem:all', { kind: 'opened' });
    assert.equal(await isThere(), true);
    const session = await createQuizSession(services, all, undefined, nothing);
    begun.push(session);
    const html = async () => (await session.contents()).html;
    while (!(await html()).includes('data-kind="problem"')) await session.perform({ kind: 'skip' });
    assert.match(await html(), /<li><code>values<\/code> is any iterable/);
    assert.doesNotMatch(await html(), /Worked solution/);
    await session.perform({ kind: 'hint' });
    assert.match(await html(), /class="hints".*new Promise/s);
    const practised = {
      kind: 'practised',
      passed: 9,
      failed: 1,
      hints: 0,
      node: '24.0.0',
    } as const;
    await progress.record('problem:all', practised);
    const again = await createQuizSession(services, all, session.stored, nothing);
    begun.push(again);
    await again.perform({ kind: 'next' });
    assert.match((await again.contents()).html, /Your last run passed 9 of 10 tests\./);
    await session.perform({ kind: 'next' });
    assert.match(await html(), /Your last run passed 9 of 10 tests\./);
    assert.match(await html(), /Worked solution.*Suggested: Again/s);
    await progress.record('problem:all', { ...practised, passed: 10, failed: 0 });
    assert.match(await html(), /Your last run passed all 10 tests\..*Suggested: Hard/s);
    await session.perform({ kind: 'rate', rating: 'good' });
    const reviews = await progress.loadReviews();
    assert.equal(reviews.history('problem:all').at(-1)?.rating, 'good');
  });
});
