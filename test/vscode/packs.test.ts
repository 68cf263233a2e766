import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
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
    await cp(join(extension.extensionPath, 'test/fixtures/bank-good'), folder, { recursive: true });
    await writeFile(file('pack.yml').fsPath, 'id: mine\ntitle: Mine\nsummary: My questions.\n');
    await settings().update('packs.folders', [folder], vscode.ConfigurationTarget.Global);
  });
  after(async () => {
    await executeCommand('workbench.action.revertAndCloseActiveEditor');
    await executeCommand('workbench.action.closeAllEditors');
    await settings().update('packs.folders', undefined, vscode.ConfigurationTarget.Global);
    await rm(folder, { recursive: true });
  });

  it('brings questions that open like any other', async () => {
    await executeCommand('loopwise.openQuestion', 'mine/timer-order');
    assert.equal(activeTitle(), 'In which order do timers run?');
  });

  it('brings snippets that are predicted like any other', async () => {
    await executeCommand('loopwise.predictSnippet', 'mine/timer-order/by-delay');
    assert.equal(activeTitle(), 'The shorter delay first');
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

  it('loses a question that is broken on disk, and keeps the others', async () => {
    const path = file('timers/timer-order.md').fsPath;
    const text = await readFile(path, 'utf8');
    const shown = diagnosticsOf(file('timers/timer-order.md'), ({ length }) => length > 0);
    await writeFile(path, text.replace('level: mid', 'level: none'));
    assert.equal((await shown).length, 1);
    await executeCommand('loopwise.openQuestion', 'mine/clear-timers');
    assert.equal(activeTitle(), 'How are timers cleared?');
    await executeCommand('loopwise.openQuestion', 'mine/timer-order');
    assert.equal(activeTitle(), 'Question not found');
    const back = diagnosticsOf(file('timers/timer-order.md'), ({ length }) => length === 0);
    await writeFile(path, text);
    await back;
  });
});

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
