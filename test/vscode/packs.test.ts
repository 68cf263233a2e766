import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import {
  packTemplate,
  questionTemplate,
  snippetTemplate,
} from '../../src/features/packs/templates.ts';
import { next } from './study-world.ts';

const { executeCommand } = vscode.commands;
const settings = () => vscode.workspace.getConfiguration('loopwise');

/** A pack of a person, named in the settings. */
describe('A pack', () => {
  let folder: string;
  const file = (path: string): vscode.Uri => vscode.Uri.file(join(folder, path));

  before(async () => {
    const extension = vscode.extensions.getExtension('loopwise.loopwise');
    assert.ok(extension);
    await extension.activate();
    folder = await mkdtemp(join(tmpdir(), 'loopwise-pack-'));
    const topic =
      'title: Timers\norder: 1\nsummary: Timers.\nquestions: [timer-order, clear-timers]\n';
    const files = {
      'pack.yml': packTemplate('mine', 'Mine'),
      'timers/topic.yml': topic,
      'timers/timer-order.md': questionTemplate('In which order do timers run?').replace(
        'relevantTo',
        'snippets: [by-delay]\nrelevantTo',
      ),
      'timers/clear-timers.md': questionTemplate('How are timers cleared?'),
      'timers/timer-order/by-delay.cjs': snippetTemplate('The shorter delay first'),
    };
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    await settings().update('packs.folders', [folder], vscode.ConfigurationTarget.Global);
  });
  after(async () => {
    await executeCommand('workbench.action.revertAndCloseActiveEditor');
    await executeCommand('workbench.action.closeAllEditors');
    await settings().update('packs.folders', undefined, vscode.ConfigurationTarget.Global);
    await rm(folder, { recursive: true });
  });

  it('brings questions that open like any other', async () => {
    await shows('In which order do timers run?', 'loopwise.openQuestion', 'mine/timer-order');
  });

  it('brings snippets that are predicted like any other', async () => {
    await shows('The shorter delay first', 'loopwise.predictSnippet', 'mine/timer-order/by-delay');
  });

  it('has its mistakes shown while one writes, and taken back when they are corrected', async () => {
    const uri = file('timers/clear-timers.md');
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const place = document.getText().indexOf('level: mid') + 'level: '.length;
    const word = new vscode.Range(document.positionAt(place), document.positionAt(place + 3));
    const wrong = diagnosticsOf(uri, ({ length }) => length > 0);
    await replace(uri, word, 'expert');
    assert.deepEqual(await wrong, [
      '3: `level` cannot be `expert`. Write `junior`, `mid` or `senior`.',
    ]);
    const right = diagnosticsOf(uri, ({ length }) => length === 0);
    const longer = new vscode.Range(word.start, word.start.translate(0, 'expert'.length));
    await replace(uri, longer, 'mid');
    assert.deepEqual(await right, []);
  });

  it('helps with the names and values of fields', async () => {
    const uri = file('timers/clear-timers.md');
    const help = async (line: number, character: number) => {
      const list = await executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        ...[uri, new vscode.Position(line, character)],
      );
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    // VS Code's own for Markdown come after ours.
    const levels = await help(2, 'level: '.length);
    assert.deepEqual(levels.slice(0, 3), ['junior', 'mid', 'senior']);
    const hovers = await executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      ...[uri, new vscode.Position(2, 1)],
    );
    const [content] = hovers.flatMap(({ contents }) => contents);
    assert.ok(content instanceof vscode.MarkdownString);
    assert.equal(content.value, '`level`: Write `junior`, `mid` or `senior`.');
  });

  it('loses a question that is broken on disk, and keeps the others', async () => {
    const path = file('timers/timer-order.md').fsPath;
    const text = await readFile(path, 'utf8');
    const shown = diagnosticsOf(file('timers/timer-order.md'), ({ length }) => length > 0);
    await writeFile(path, text.replace('level: mid', 'level: none'));
    assert.equal((await shown).length, 1);
    await shows('How are timers cleared?', 'loopwise.openQuestion', 'mine/clear-timers');
    await shows('This question no longer exists', 'loopwise.openQuestion', 'mine/timer-order');
    const back = diagnosticsOf(file('timers/timer-order.md'), ({ length }) => length === 0);
    await writeFile(path, text);
    await back;
  });
});

/** Runs a command and waits until the active page has a title. */
async function shows(title: string, command: string, argument: string): Promise<void> {
  const { onDidChangeTabs, onDidChangeTabGroups } = vscode.window.tabGroups;
  const isShown = () => activeTitle() === title;
  // A page that opens beside comes first, and its group becomes the active one afterwards.
  const shown = Promise.race([next(onDidChangeTabs, isShown), next(onDidChangeTabGroups, isShown)]);
  await executeCommand(command, argument);
  if (!isShown()) await shown;
}

const activeTitle = (): string | undefined =>
  vscode.window.tabGroups.activeTabGroup.activeTab?.label;

async function replace(uri: vscode.Uri, range: vscode.Range, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, range, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** What is shown for a file, as `line: message`, once it is as wanted. */
async function diagnosticsOf(
  uri: vscode.Uri,
  wanted: (diagnostics: readonly vscode.Diagnostic[]) => boolean,
): Promise<string[]> {
  const now = () =>
    vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Loopwise');
  await next(vscode.languages.onDidChangeDiagnostics, () => wanted(now()));
  return now().map(({ range, message }) => `${range.start.line + 1}: ${message}`);
}
