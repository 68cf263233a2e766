import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { BreakSources } from '../../src/features/nudge/breaks.ts';
import { createNudging, type Nudging } from '../../src/features/nudge/nudging.lazy.ts';
import { offerNudges } from '../../src/features/nudge/offer-nudges.lazy.ts';
import { wasOffered } from '../../src/features/nudge/offered.ts';
import { createBankService } from '../../src/features/services/bank-service.ts';
import { createMaterialService } from '../../src/features/services/material-service.ts';
import { createStudy } from '../../src/features/services/create-study.ts';
import type { BankService } from '../../src/features/services/services.ts';
import type { Study, StudyService } from '../../src/features/services/study.ts';
import { memento } from './memento.ts';
import { createStudyWorld, next } from './study-world.ts';

const { Global } = vscode.ConfigurationTarget;

type EventOf<Event> = Event extends vscode.Event<infer Value> ? Value : never;

describe('A nudge', () => {
  let world: ReturnType<typeof createStudyWorld>;
  let bank: BankService;
  let study: Study;
  let nudging: Nudging;
  let asked: string[];
  let asks: vscode.EventEmitter<string>;
  let answer: string | undefined;
  let tasks: vscode.EventEmitter<EventOf<BreakSources['onDidEndTask']>>;
  let commands: vscode.EventEmitter<EventOf<BreakSources['onDidEndCommand']>>;
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
    study = createStudy(
      bank,
      world.window(),
      createMaterialService(extension.extensionUri, world.log),
    );
    [asked, answer] = [[], undefined];
    asks = new vscode.EventEmitter();
    [tasks, commands] = [new vscode.EventEmitter(), new vscode.EventEmitter()];
    nudging = createNudging(
      { bank, study, log: world.log, context: context() },
      {
        isFocused: () => true,
        breaks: { onDidEndTask: tasks.event, onDidEndCommand: commands.event },
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
    for (const one of [nudging, asks, tasks, commands, world]) one.dispose();
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

  // Without a terminal on this machine, only the editor's own events are stood in for.
  it('comes when tests, a build or a commit have ended well, and not when they have failed', async () => {
    const group = (of: vscode.TaskGroup) => ({ execution: { task: { group: of } } });
    tasks.fire({ ...group(vscode.TaskGroup.Test), exitCode: 1 });
    tasks.fire({ ...group(vscode.TaskGroup.Clean), exitCode: 0 });
    const line = (value: string) => ({ execution: { commandLine: { value } } });
    commands.fire({ ...line('npm test'), exitCode: 1 });
    commands.fire({ ...line('ls'), exitCode: 0 });
    const asking = next(asks.event);
    commands.fire({ ...line('git commit -m x'), exitCode: 0 });
    await asking;
    // Whatever else ends now comes too soon.
    tasks.fire({ ...group(vscode.TaskGroup.Build), exitCode: 0 });
    assert.equal(asked.length, 1);
  });

  it('is offered once, after three days on which something was reviewed', async () => {
    await settings().update('study.nudgesPerDay', undefined, Global);
    const offered: string[] = [];
    const show = (text: string): Promise<string> => {
      offered.push(text);
      return Promise.resolve('Ask Me');
    };
    let isFocused = true;
    const after = (...days: number[]) => {
      const service = { days: () => Promise.resolve(new Set(days)) } as unknown as StudyService;
      const load = () => Promise.resolve(service);
      const services = {
        study: { ...study, load },
        context: { globalState: { ...state, setKeysForSync: () => undefined } },
      };
      return offerNudges(services, { show, isFocused: () => isFocused });
    };
    await after(1, 2);
    assert.deepEqual([offered.length, wasOffered(state), perDay()], [0, false, 0]);
    // Another window is the one where somebody is.
    isFocused = false;
    await after(1, 2, 4);
    assert.deepEqual([offered.length, wasOffered(state)], [0, false]);
    isFocused = true;
    await Promise.all([after(1, 2, 4), after(1, 2, 4)]);
    assert.deepEqual([offered.length, wasOffered(state), perDay()], [1, true, 2]);
  });
});
