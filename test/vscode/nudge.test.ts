import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
import { eventually } from './eventually.ts';
import { memento } from './memento.ts';
import { createStudyWorld, next } from './study-world.ts';

const { Global } = vscode.ConfigurationTarget;

interface GitExtension {
  readonly enabled: boolean;
  readonly onDidChangeEnablement: vscode.Event<boolean>;
  getAPI(version: 1): {
    openRepository(root: vscode.Uri): Promise<Repository | null>;
  };
}

interface Repository {
  commit(message: string, options: { readonly empty: boolean }): Promise<void>;
}

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
  let focus: vscode.EventEmitter<EventOf<BreakSources['onDidChangeWindowState']>>;
  let isFocused: boolean;
  let kept: vscode.Memento;
  const own: { dispose(): void }[] = [];
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
    kept = memento();
    [focus, isFocused] = [new vscode.EventEmitter(), false];
    nudging = nudge(sources());
  });
  afterEach(async () => {
    for (const one of [...own.splice(0), nudging, asks, tasks, commands, focus, world]) {
      one.dispose();
    }
    await settings().update('study.nudgesPerDay', undefined, Global);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const state = memento();

  const sources = (): BreakSources => ({
    ...{ onDidEndTask: tasks.event, onDidEndCommand: commands.event },
    ...{ onDidChangeWindowState: focus.event, isFocused: () => isFocused },
  });

  /** Somebody is there. @param breaks those of the editor when left out */
  const nudge = (breaks?: BreakSources): Nudging =>
    createNudging(
      {
        ...{ bank, study, log: world.log },
        context: { globalState: { ...kept, setKeysForSync: () => undefined } },
      },
      {
        ...{ isFocused: () => true, ...(breaks && { breaks }) },
        show(text, ...choices) {
          assert.deepEqual(choices, ['Answer', 'Later', 'Not Today', 'Stop']);
          asked.push(text);
          asks.fire(text);
          return Promise.resolve(answer);
        },
      },
    );
  /** The same with the events of the editor itself. */
  const nudgeForReal = (): Nudging => {
    nudging.dispose();
    return (nudging = nudge());
  };

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

  it('asks again after Later, once half an hour has passed, up to the number of that day', async () => {
    answer = 'Later';
    await nudging.at('commit');
    await nudging.at('commit');
    assert.equal(asked.length, 1, 'not yet');
    const long = async () => {
      const last = kept.get<{ readonly at: number }>('loopwise.nudge.asked');
      await kept.update('loopwise.nudge.asked', { ...last, at: Date.now() - 31 * 60_000 });
    };
    await long();
    await nudging.at('commit');
    assert.equal(asked.length, 2);
    await long();
    await nudging.at('commit');
    assert.equal(asked.length, 2, 'two are wanted a day');
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

  it('waits while a program is debugged', async () => {
    const program = join(world.folder, 'waits.js');
    writeFileSync(program, 'setInterval(() => {}, 1000);\n');
    const started = next(vscode.debug.onDidChangeActiveDebugSession, (one) => one !== undefined);
    const ended = next(vscode.debug.onDidChangeActiveDebugSession, (one) => one === undefined);
    await vscode.debug.startDebugging(undefined, {
      ...{ type: 'node', request: 'launch', name: 'waits', program },
      console: 'internalConsole',
    });
    await started;
    await nudging.at('commit');
    assert.deepEqual(asked, []);
    await vscode.debug.stopDebugging();
    await ended;
    await nudging.at('commit');
    assert.equal(asked.length, 1);
  });

  it('waits while a page of Loopwise is in front', async () => {
    await vscode.commands.executeCommand('loopwise.showProgress');
    await eventually(() => vscode.window.tabGroups.activeTabGroup.activeTab?.label === 'Progress');
    await nudging.at('commit');
    assert.deepEqual(asked, []);
  });

  const kinds = [
    ['a run of tests', vscode.TaskGroup.Test],
    ['a build', vscode.TaskGroup.Build],
  ] as const;
  for (const [name, group] of kinds) {
    it(`comes at the end of ${name} that the editor has run as a task, if it has passed`, async () => {
      nudgeForReal();
      const ended = next(vscode.tasks.onDidEndTaskProcess);
      await runTask(group, 1);
      assert.equal((await ended).exitCode, 1);
      assert.deepEqual(asked, []);
      const asking = next(asks.event);
      await runTask(group, 0);
      await asking;
      assert.equal(asked.length, 1);
    });
  }

  /** A task of the editor whose program is a function. */
  async function runTask(group: vscode.TaskGroup, exitCode: number): Promise<void> {
    const closes = new vscode.EventEmitter<number>();
    own.push(closes);
    const execution = new vscode.CustomExecution(() =>
      Promise.resolve({
        onDidWrite: new vscode.EventEmitter<string>().event,
        onDidClose: closes.event,
        open: () => closes.fire(exitCode),
        close: () => undefined,
      }),
    );
    const scope = vscode.TaskScope.Workspace;
    const task = new vscode.Task({ type: 'x' }, scope, `exits ${exitCode}`, 'test', execution);
    task.group = group;
    task.presentationOptions = { reveal: vscode.TaskRevealKind.Never };
    await vscode.tasks.executeTask(task);
  }

  it('comes at a commit that the editor has made', async () => {
    const git = vscode.workspace.getConfiguration('git');
    const { Workspace } = vscode.ConfigurationTarget;
    const run = (...args: string[]) => execFileSync('git', args, { cwd: world.folder });
    run('init', '--quiet');
    run('config', 'user.email', 'somebody@example.com');
    run('config', 'user.name', 'Somebody');
    const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
    const exported = await extension?.activate();
    assert.ok(exported);
    const enabled = next(exported.onDidChangeEnablement);
    await git.update('enabled', true, Workspace);
    try {
      if (!exported.enabled) await enabled;
      nudgeForReal();
      const root = vscode.Uri.file(world.folder);
      const repository = await exported.getAPI(1).openRepository(root);
      assert.ok(repository);
      const asking = next(asks.event);
      await repository.commit('one', { empty: true });
      await asking;
      assert.equal(asked.length, 1);
    } finally {
      await git.update('enabled', false, Workspace);
    }
  });

  it('comes in the first minutes of a day: after somebody is there, in the first window of it, and once', async () => {
    nudging.dispose();
    const timers: { readonly minutes: number; readonly work: () => void }[] = [];
    const { setTimeout: usual } = globalThis;
    const stored = (work: () => void, ms = 0) => {
      timers.push({ minutes: ms / 60_000, work });
      return usual(() => undefined, 0);
    };
    Reflect.set(globalThis, 'setTimeout', stored);
    try {
      nudging = nudge(sources());
      assert.equal(timers.length, 0, 'nobody is there');
      focus.fire({ focused: true });
      focus.fire({ focused: false });
      focus.fire({ focused: true });
      // Another window of the same day.
      isFocused = true;
      own.push(nudge(sources()));
    } finally {
      Reflect.set(globalThis, 'setTimeout', usual);
    }
    assert.deepEqual(
      timers.map(({ minutes }) => minutes),
      [1, 3, 5],
    );
    const asking = next(asks.event);
    for (const { work } of timers) work();
    await asking;
    await nudging.at('dayBegins');
    assert.equal(asked.length, 1);
  });

  // Of commands there are no real ones without a terminal, which this machine may not have.
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
