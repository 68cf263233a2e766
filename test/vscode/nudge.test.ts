import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { createNudging, type Nudging } from '../../src/features/nudge/nudging.lazy.ts';
import { offerNudges } from '../../src/features/nudge/offer-nudges.lazy.ts';
import { wasOffered } from '../../src/features/nudge/offered.ts';
import { createBankService } from '../../src/features/services/bank-service.ts';
import { createStudy } from '../../src/features/services/create-study.ts';
import type { BankService } from '../../src/features/services/services.ts';
import type { Study, StudyService } from '../../src/features/services/study.ts';
import { memento } from './memento.ts';
import { createStudyWorld, next } from './study-world.ts';

const { Global } = vscode.ConfigurationTarget;

describe('A nudge', () => {
  let world: ReturnType<typeof createStudyWorld>;
  let bank: BankService;
  let study: Study;
  let nudging: Nudging;
  let asked: string[];
  let asks: vscode.EventEmitter<string>;
  let answer: string | undefined;
  const settings = () => vscode.workspace.getConfiguration('loopwise');
  const perDay = (): unknown => settings().get('study.nudgesPerDay');

  beforeEach(async () => {
    const extension = vscode.extensions.getExtension('loopwise.loopwise');
    assert.ok(extension);
    await settings().update('study.nudgesPerDay', 2, Global);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    bank = createBankService(extension.extensionUri);
    bank.setPacks([]);
    world = createStudyWorld();
    study = createStudy(bank, world.window());
    [asked, answer] = [[], undefined];
    asks = new vscode.EventEmitter();
    nudging = createNudging(
      { bank, study, log: world.log, context: context() },
      {
        isFocused: () => true,
        show(text, ...choices) {
          assert.deepEqual(choices, ['Answer', 'Later', 'Not Today', 'Stop']);
          asked.push(text);
          asks.fire(text);
          return Promise.resolve(answer);
        },
      },
    );
  });
  afterEach(async () => {
    for (const one of [nudging, asks, world]) one.dispose();
    await settings().update('study.nudgesPerDay', undefined, Global);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const state = memento();
  const context = () => ({ globalState: { ...memento(), setKeysForSync: () => undefined } });

  it('is one question of today, and no more of them after Not Today', async () => {
    answer = 'Not Today';
    await nudging.at('commit');
    const [first] = (await (await study.load()).queue()).cards;
    const loaded = await bank.loadAll();
    assert.deepEqual(asked, [loaded.question(first?.question ?? '')?.title]);
    await nudging.at('tests');
    assert.equal(asked.length, 1);
    assert.equal(perDay(), 2);
  });

  it('stops for good when that is wanted', async () => {
    answer = 'Stop';
    await nudging.at('build');
    assert.equal(perDay(), 0);
  });

  it('opens the quiz at its question', async () => {
    answer = 'Answer';
    const opened = next(vscode.window.tabGroups.onDidChangeTabs, ({ opened: tabs }) =>
      tabs.some(({ input }) => input instanceof vscode.TabInputWebview),
    );
    await nudging.at('commit');
    await opened;
    assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab?.label, 'Quiz');
  });

  it('waits while somebody types', async () => {
    const document = await vscode.workspace.openTextDocument({
      content: 'a',
      language: 'plaintext',
    });
    const editor = await vscode.window.showTextDocument(document);
    const typed = next(vscode.workspace.onDidChangeTextDocument);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'b'));
    await typed;
    await nudging.at('commit');
    assert.deepEqual(asked, []);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('comes when a test task has ended well, and not when it has failed', async () => {
    const run = async (exitCode: number): Promise<void> => {
      const task = new vscode.Task(
        ...([
          { type: 'process' },
          vscode.TaskScope.Workspace,
          `exit ${exitCode}`,
          'Loopwise',
        ] as const),
        new vscode.ProcessExecution(process.execPath, ['-e', `process.exit(${exitCode})`], {
          env: { ELECTRON_RUN_AS_NODE: '1' },
        }),
      );
      task.group = vscode.TaskGroup.Test;
      task.presentationOptions = { reveal: vscode.TaskRevealKind.Never, close: true };
      const ended = next(vscode.tasks.onDidEndTaskProcess);
      await vscode.tasks.executeTask(task);
      assert.equal((await ended).exitCode, exitCode);
    };
    await run(1);
    assert.deepEqual(asked, []);
    const asking = next(asks.event);
    await run(0);
    await asking;
    assert.equal(asked.length, 1);
  });

  it('is offered once, after three days on which something was reviewed', async () => {
    await settings().update('study.nudgesPerDay', undefined, Global);
    const offered: string[] = [];
    const show = (text: string): Promise<string> => {
      offered.push(text);
      return Promise.resolve('Ask Me');
    };
    const after = (...days: number[]) => {
      const service = { days: () => Promise.resolve(new Set(days)) } as unknown as StudyService;
      const load = () => Promise.resolve(service);
      const services = {
        study: { ...study, load },
        context: { globalState: { ...state, setKeysForSync: () => undefined } },
      };
      return offerNudges(services, show);
    };
    await after(1, 2);
    assert.deepEqual([offered.length, wasOffered(state), perDay()], [0, false, 0]);
    await after(1, 2, 4);
    assert.deepEqual([offered.length, wasOffered(state), perDay()], [1, true, 2]);
  });
});
