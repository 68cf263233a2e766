import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { createQuizSession } from '../../src/features/quiz/quiz-session.lazy.ts';
import { createBankService } from '../../src/features/services/bank-service.ts';
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
    const study = createStudy(bank, progress);
    services = { context: { extensionUri }, log: world.log, bank, progress, study } as Services;
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

  it('shows Markdown that takes too long to render as it was written', async () => {
    const asWritten = { patience: 0, idle: 1000 };
    const nothing = () => Promise.resolve();
    const session = await createQuizSession(services, question, undefined, nothing, asWritten);
    begun.push(session);
    await session.perform({ kind: 'next' });
    const { html } = await session.contents();
    assert.ok(html.includes('<span>`setImmediate` runs in the check phase'), html);
  });
});
