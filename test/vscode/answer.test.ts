import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { createNoteDrafts } from '../../src/features/answer/note-drafts.ts';
import { saveNote } from '../../src/features/answer/save-note.ts';
import { currentTheme } from '../../src/features/pages/current-theme.lazy.ts';
import type { CodeTheme } from '../../src/features/pages/theme.ts';
import { onDidChangeTheme } from '../../src/features/pages/theme-change.ts';
import { noteLimit } from '../../src/shared/limits.ts';
import { eventually } from './eventually.ts';
import { pages as pagesOf, pagesAtLast } from './pages.ts';
import { createStudyWorld } from './study-world.ts';

const phases = { id: 'event-loop-phases', title: 'What are the phases of the event loop?' };
const races = {
  id: 'predict-timeout-immediate',
  title: 'What does this print: setTimeout, setImmediate, nextTick and a promise?',
};

/** Pages of answers, in all groups. */
const pages = (): vscode.Tab[] => pagesOf('loopwise.answer');

const open = (argument: unknown, options?: { preserveFocus: boolean }) =>
  vscode.commands.executeCommand('loopwise.openQuestion', argument, options);

describe('The answer page', () => {
  before(() => vscode.extensions.getExtension('loopwise.loopwise')?.activate());
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens under the title of the question', async () => {
    await open(phases.id);
    await eventually(() => pages()[0]?.label === phases.title);
    assert.equal(pages()[0]?.isActive, true);
  });

  it('is one page, whatever is opened after', async () => {
    await open(phases.id);
    await open(races.id);
    await open(phases.id);
    await open({ cardId: `question:${races.id}` });
    await eventually(() => pages()[0]?.label === races.title);
    assert.equal((await pagesAtLast('loopwise.answer')).length, 1);
  });

  it('shows the question that was asked for last, when two are opened at once', async () => {
    await Promise.all([open(races.id), open(phases.id)]);
    await eventually(() => pages()[0]?.label === phases.title);
    assert.equal((await pagesAtLast('loopwise.answer')).length, 1);
  });

  it('opens the question of a snippet of the tree', async () => {
    await open({ cardId: `snippet:${phases.id}/one-turn` });
    await eventually(() => pages()[0]?.label === phases.title);
  });

  it('leaves the focus where it was, when asked to', async () => {
    const document = await vscode.workspace.openTextDocument({ content: 'x' });
    await vscode.window.showTextDocument(document);
    await open(phases.id, { preserveFocus: true });
    await eventually(() => pages()[0]?.label === phases.title);
    assert.equal(vscode.window.activeTextEditor, undefined);
  });

  it('says so when the question is not there any more', async () => {
    await open('no-such-question');
    await eventually(() => pages()[0]?.label === 'This question no longer exists');
  });

  it('goes back to the question that was shown before, and forward again', async () => {
    const shows = (title: string) => eventually(() => pages()[0]?.label === title);
    await open(phases.id);
    await shows(phases.title);
    await open(races.id);
    await shows(races.title);
    await vscode.commands.executeCommand('loopwise.goBack');
    await shows(phases.title);
    await vscode.commands.executeCommand('loopwise.goForward');
    await shows(races.title);
    assert.equal((await pagesAtLast('loopwise.answer')).length, 1);
  });

  it('opens anew after it was closed', async () => {
    await open(phases.id);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await eventually(() => pages().length === 0);
    await open(phases.id);
    await eventually(() => pages()[0]?.label === phases.title);
  });
});

describe('A note of the reader', () => {
  let world: ReturnType<typeof createStudyWorld>;
  let progress: ReturnType<ReturnType<typeof createStudyWorld>['window']>;

  before(() => vscode.extensions.getExtension('loopwise.loopwise')?.activate());
  beforeEach(() => {
    world = createStudyWorld();
    progress = world.window();
  });
  afterEach(() => world.dispose());

  const noted = async () => (await world.window().load()).note('q');

  it('a note is in the log when saving has ended, and a blank one removes it', async () => {
    await saveNote(progress, 'q', { text: 'mine', base: '' });
    assert.equal(await noted(), 'mine');
    await saveNote(progress, 'q', { text: ' \n', base: 'mine' });
    assert.equal(await noted(), '');
  });

  it('a note never replaces one that its writer has not seen', async () => {
    await saveNote(progress, 'q', { text: 'theirs', base: '' });
    await assert.rejects(saveNote(progress, 'q', { text: 'mine', base: '' }), /changed elsewhere/);
    assert.equal(await noted(), 'theirs');
    await saveNote(progress, 'q', { text: 'theirs', base: '' });
  });

  it('a note that is too long is refused', async () => {
    const long = { text: 'x'.repeat(noteLimit + 1), base: '' };
    await assert.rejects(saveNote(progress, 'q', long), /20,000 characters/);
    assert.equal(await noted(), '');
  });

  it('what was being written is there after a restart, until it is saved or dropped', () => {
    const kept = new Map<string, unknown>();
    const memento = {
      keys: () => [...kept.keys()],
      get: (key: string, otherwise?: unknown) => kept.get(key) ?? otherwise,
      update: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
    } as vscode.Memento;
    const draft = { text: 'mine', base: '' };
    createNoteDrafts(memento).set('q', draft);
    assert.deepEqual(createNoteDrafts(memento).get('q'), draft);
    createNoteDrafts(memento).set('q', undefined);
    assert.equal(createNoteDrafts(memento).get('q'), undefined);
  });
});

describe("The user's colour theme", () => {
  const settings = vscode.workspace.getConfiguration();
  const set = (name: string, value: unknown) =>
    settings.update(name, value, vscode.ConfigurationTarget.Workspace);
  let before: string | undefined;

  beforeEach(() => {
    before = settings.inspect<string>('workbench.colorTheme')?.workspaceValue;
  });

  afterEach(async () => {
    await set('editor.tokenColorCustomizations', undefined);
    await changeTheme(before);
  });

  for (const name of ['Dark Modern', 'Light Modern', 'Monokai', 'Default High Contrast']) {
    it(`is read from the extension that brings it: ${name}`, async () => {
      await changeTheme(name);
      const { theme } = await settled();
      assert.ok(theme.rules.length > 20);
    });
  }

  it('differs from another one by its key', async () => {
    await changeTheme('Monokai');
    const monokai = await settled();
    await changeTheme('Abyss');
    const abyss = await settled();
    assert.notEqual(monokai.key, abyss.key);
    assert.notDeepEqual(monokai.theme.rules, abyss.theme.rules);
  });

  it("has the user's own token colours on top", async () => {
    await changeTheme('Monokai');
    await set('editor.tokenColorCustomizations', { '[Monokai]': { comments: '#123456' } });
    const theme = await currentTheme().read();
    assert.equal(theme?.rules.at(-1)?.settings.foreground, '#123456');
  });

  /** Waits until VS Code wears what the setting says. */
  async function changeTheme(name: string | undefined): Promise<void> {
    if (settings.inspect<string>('workbench.colorTheme')?.workspaceValue === name) return;
    await set('workbench.colorTheme', name);
  }

  /** The kind of the theme follows the setting a moment later. */
  async function settled(): Promise<{ readonly key: string; readonly theme: CodeTheme }> {
    for (;;) {
      const { key, read } = currentTheme();
      const theme = await read();
      if (theme) return { key, theme };
      await changed();
    }
  }

  const changed = () =>
    new Promise<void>((resolve) => {
      const listener = onDidChangeTheme(() => {
        listener.dispose();
        resolve();
      });
    });
});
