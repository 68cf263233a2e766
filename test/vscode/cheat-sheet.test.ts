import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { exportSheet, sheetScript } from '../../src/features/cheat-sheet/export-sheet.ts';
import { writeFile } from '../../src/features/ui/write-file.ts';
import { createBankService } from '../../src/features/services/bank-service.ts';
import { eventually } from './eventually.ts';
import { pages as pagesOf, pagesAtLast } from './pages.ts';

const pages = (): vscode.Tab[] => pagesOf('loopwise.cheatSheet');

describe('The cheat sheet', () => {
  before(() => vscode.extensions.getExtension('loopwise.loopwise')?.activate());
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('is one page, whatever level is asked for', async () => {
    for (const level of ['junior', 'senior']) {
      await vscode.commands.executeCommand('loopwise.showCheatSheet', level);
    }
    await eventually(() => pages()[0]?.label === 'Cheat Sheet');
    assert.equal((await pagesAtLast('loopwise.cheatSheet')).length, 1);
  });
});

describe('Exporting the cheat sheet', () => {
  const { showSaveDialog, showInformationMessage } = vscode.window;
  const told: string[] = [];
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'loopwise-sheet-'));
    told.length = 0;
    Reflect.set(vscode.window, 'showInformationMessage', (text: string) => {
      told.push(text);
      return Promise.resolve(undefined);
    });
  });
  afterEach(() => {
    Reflect.set(vscode.window, 'showSaveDialog', showSaveDialog);
    Reflect.set(vscode.window, 'showInformationMessage', showInformationMessage);
    rmSync(folder, { recursive: true, force: true });
  });

  const saveAs = (path: string | undefined): void => {
    const file = path === undefined ? undefined : vscode.Uri.file(join(folder, path));
    Reflect.set(vscode.window, 'showSaveDialog', () => Promise.resolve(file));
  };
  const bank = () => {
    const extension = vscode.extensions.getExtension('loopwise.loopwise');
    assert.ok(extension);
    const service = createBankService(extension.extensionUri);
    service.setPacks([]);
    return service;
  };

  const script = () => {
    const extension = vscode.extensions.getExtension('loopwise.loopwise');
    assert.ok(extension);
    return sheetScript(extension.extensionUri);
  };

  it('writes a Markdown file', async () => {
    saveAs('sheet.md');
    await exportSheet(bank(), script(), 'mid', 'markdown');
    const text = readFileSync(join(folder, 'sheet.md'), 'utf8');
    assert.match(text, /^# .*Mid\n/);
    assert.match(text, /### What are the phases of the event loop\? \(Mid\)/);
    assert.doesNotMatch(text, /\(Senior\)/);
    assert.match(told[0] ?? '', /sheet\.md/);
  });

  it('writes an HTML file', async () => {
    saveAs('sheet.html');
    await exportSheet(bank(), script(), 'senior', 'html');
    const text = readFileSync(join(folder, 'sheet.html'), 'utf8');
    assert.match(text, /^<!DOCTYPE html>/);
    assert.match(text, /<small>Senior<\/small>/);
  });

  it('prints through the browser at once, where that can open the file', async () => {
    const { openExternal } = vscode.env;
    const opened: vscode.Uri[] = [];
    Reflect.set(vscode.env, 'openExternal', (uri: vscode.Uri) => {
      opened.push(uri);
      return Promise.resolve(true);
    });
    try {
      saveAs('sheet.html');
      await exportSheet(bank(), script(), 'mid', 'print');
    } finally {
      Reflect.set(vscode.env, 'openExternal', openExternal);
    }
    assert.match(readFileSync(join(folder, 'sheet.html'), 'utf8'), /^<!DOCTYPE html>/);
    const isLocal = vscode.env.remoteName === undefined;
    assert.deepEqual(
      opened.map(({ fsPath }) => fsPath),
      isLocal ? [vscode.Uri.file(join(folder, 'sheet.html')).fsPath] : [],
    );
    assert.equal(told.length, isLocal ? 0 : 1);
  });

  it('does nothing when nobody says where', async () => {
    saveAs(undefined);
    await exportSheet(bank(), script(), 'mid', 'html');
    assert.deepEqual(told, []);
  });

  it('says why a file cannot be written', async () => {
    await assert.rejects(
      writeFile(vscode.Uri.file(folder), 'x'),
      /Couldn't save .+: a folder with that name already exists\./,
    );
  });
});
