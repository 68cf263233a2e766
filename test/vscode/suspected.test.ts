import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { createApi } from '../../src/features/api/api.lazy.ts';
import { copyText, createSnippetCopies } from '../../src/features/inline/copies.ts';
import { createFileNames } from '../../src/features/inline/file-names.ts';
import { createPredicting } from '../../src/features/inline/predicting.ts';
import { interviewItem } from '../../src/features/interview/interview-item.ts';
import { judgeItem } from '../../src/features/interview/judge-item.ts';
import { createBankService } from '../../src/features/services/bank-service.ts';
import { findSnippet } from '../../src/features/services/find-subject.ts';
import { createMaterialService } from '../../src/features/services/material-service.ts';
import { createRunnerService } from '../../src/features/services/runner-service.ts';
import { createSeenOutputs } from '../../src/features/services/seen-outputs.ts';
import type { Services } from '../../src/features/services/services.ts';
import { createWork } from '../../src/features/threads/work.ts';
import { setForUser, usedNode } from './inline-world.ts';
import { memento } from './memento.ts';
import { createStudyWorld, next } from './study-world.ts';

const id = 'blocking-the-loop/late-timer';
/** As who believes that a timer is on time, whatever else runs. */
const wrong = ['timer ran on time: false', 'work is done'];

/** The page of predictions has a test of its own in plain Node, and the quiz in a window. */
describe('A wrong prediction suspects the belief that it gives away', () => {
  let world: ReturnType<typeof createStudyWorld>;
  let services: Services;
  const open: { dispose(): unknown }[] = [];

  before(() => setForUser('node.path', usedNode()));
  after(() => setForUser('node.path', undefined));

  beforeEach(() => {
    const extension = vscode.extensions.getExtension('loopwise.loopwise');
    assert.ok(extension);
    const { extensionUri } = extension;
    world = createStudyWorld();
    const { log } = world;
    const bank = createBankService(extensionUri);
    bank.setPacks([]);
    const work = createWork(vscode.Uri.joinPath(extensionUri, 'dist/lazy/work.worker.js').fsPath);
    const runner = createRunnerService(extensionUri, log, work);
    const material = createMaterialService(extensionUri, log);
    services = {
      ...{ bank, log, material, runner, work, progress: world.window() },
      ...{ context: { extensionUri, workspaceState: memento() }, seenOutputs: createSeenOutputs() },
    } as unknown as Services;
    open.push(bank, work, runner, world);
  });
  afterEach(async () => {
    for (const one of open.splice(0)) await one.dispose();
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  async function suspected(): Promise<readonly string[]> {
    return [...(await services.progress.loadDrills()).suspected().keys()];
  }

  it('in a mock interview', async () => {
    const [bank, material] = await Promise.all([services.bank.loadAll(), services.material.load()]);
    const item = interviewItem({ bank, material }, [], `snippet:${id}`);
    assert.ok(item?.kind === 'snippet');
    assert.deepEqual(await suspected(), []);
    // A run of its own says so, for which nobody waits.
    const drills = await services.progress.loadDrills();
    const told = next(services.progress.onDidGrow, () => drills.suspected().size > 0);
    const { signal } = new AbortController();
    const lives = { card: signal, session: signal };
    const { points } = await judgeItem(services, item, { typed: [wrong.join('\n')] }, lives);
    assert.deepEqual(
      points.map(({ said }) => said),
      [false],
    );
    await told;
    assert.deepEqual(await suspected(), ['zero-means-now']);
  });

  it('that was made beside the lines of its copy', async () => {
    const subject = await findSnippet(services, id);
    assert.ok(subject?.kind === 'snippet');
    const content = await copyText(subject, services);
    const document = await vscode.workspace.openTextDocument({ language: 'javascript', content });
    await vscode.window.showTextDocument(document);
    const copies = createSnippetCopies(services);
    await copies.remember(document, id);
    const predicting = createPredicting(services, {
      ...{ files: createFileNames(), copies, wasShown: () => false },
      ...{ show: () => undefined, changed: () => undefined },
      tellOfFailure: (error) => assert.fail(String(error)),
    });
    open.push(predicting);
    await predicting.start({ document, whole: true });
    for (const text of ['timer ran', 'work is done']) {
      predicting.put(content.split('\n').findIndex((line) => line.includes(text)));
    }
    assert.equal((await predicting.check())?.verdict.kind, 'wrong');
    assert.deepEqual(await suspected(), ['zero-means-now']);
  });

  it('that another extension hands over as the user’s, and no other', async () => {
    const api = createApi(services);
    await api.predict({ snippet: id }, wrong);
    assert.deepEqual(await suspected(), []);
    const { verdict } = await api.predict({ snippet: id }, wrong, { record: true });
    assert.equal(verdict.kind, 'wrong');
    assert.deepEqual(await suspected(), ['zero-means-now']);
  });
});
