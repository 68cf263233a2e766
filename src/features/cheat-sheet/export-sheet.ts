import * as vscode from 'vscode';
import type { Level } from '../../bank/model.ts';
import { askForFile } from '../services/ask-for-file.ts';
import type { BankService } from '../services/services.ts';
import { writeFile } from '../services/write-file.ts';
import { exportTexts } from './texts.ts';

export type Format = 'markdown' | 'html';

/** To print is to open the HTML file in a browser. */
export type Wish = Format | 'print';

/** The sheet as the text of a file, with the questions of packs. */
export async function exportedSheet(
  bank: BankService,
  level: Level,
  format: Format,
): Promise<string> {
  const [loaded, { cheatSheet, cheatSheetHtml, cheatSheetMarkdown }] = await Promise.all([
    bank.loadAll(),
    import('./cheat-sheet.lazy.ts'),
  ]);
  const sheet = cheatSheet(loaded.bank, level);
  const texts = exportTexts(sheet);
  return format === 'html'
    ? cheatSheetHtml(sheet, texts, vscode.env.language)
    : cheatSheetMarkdown(sheet, texts);
}

/** Asks where the sheet goes, and writes it there. @throws Error, for the user, when it cannot be written */
export async function exportSheet(bank: BankService, level: Level, wish: Wish): Promise<void> {
  const format = wish === 'print' ? 'html' : wish;
  const [ending, kind] =
    format === 'html' ? (['html', 'HTML'] as const) : (['md', 'Markdown'] as const);
  const name = `nodejs-cheat-sheet-${level}`;
  const title =
    wish === 'print'
      ? vscode.l10n.t('Save the Cheat Sheet to Print It')
      : vscode.l10n.t('Export the Cheat Sheet');
  const file = await askForFile({ title, name, ending, kind });
  if (!file) return;
  await writeFile(file, await exportedSheet(bank, level, format));
  if (wish === 'print' && isLocal(file)) await vscode.env.openExternal(file);
  else void offerToOpen(file, format);
}

/** A browser on this machine cannot open a file of another one. */
const isLocal = (file: vscode.Uri): boolean =>
  file.scheme === 'file' && vscode.env.remoteName === undefined;

async function offerToOpen(file: vscode.Uri, format: Format): Promise<void> {
  const { t } = vscode.l10n;
  const print = t('Open in Browser to Print');
  const open = t('Open');
  const message = t('The cheat sheet was saved as {0}.', vscode.workspace.asRelativePath(file));
  const choices = format === 'html' && isLocal(file) ? [print, open] : [open];
  const chosen = await vscode.window.showInformationMessage(message, ...choices);
  if (chosen === print) await vscode.env.openExternal(file);
  if (chosen === open) await vscode.commands.executeCommand('vscode.open', file);
}
