import * as vscode from 'vscode';
import { countsOf } from '../../bank/cheat-sheet.ts';
import type { Level } from '../../bank/levels.ts';
import { askForFile } from '../ui/ask-for-file.ts';
import type { BankService } from '../services/services.ts';
import { isLocal, offerFile } from '../ui/offer-file.ts';
import { writeFile } from '../ui/write-file.ts';
import { writeSheet } from './sheet-thread.ts';
import { exportTexts } from './texts.ts';

export type Format = 'markdown' | 'html';

/** To print is to open the HTML file in a browser. */
export type Wish = Format | 'print';

/** The script of the thread that writes sheets. @param extension where the extension is */
export const sheetScript = (extension: vscode.Uri): string =>
  vscode.Uri.joinPath(extension, 'dist/lazy/sheet.worker.js').fsPath;

/** The sheet as the text of a file, with the questions of packs. */
export async function exportedSheet(
  bank: BankService,
  script: string,
  level: Level,
  format: Format,
): Promise<string> {
  const loaded = await bank.loadAll();
  const texts = exportTexts(level, countsOf(loaded.bank)[level]);
  const { language } = vscode.env;
  return writeSheet(script, { kind: format, bank: loaded.bank, level, texts, language });
}

/**
 * Asks where the sheet goes, and writes it there.
 * @param script see `sheetScript`
 * @throws Error, for the user, when it cannot be written
 */
export async function exportSheet(
  bank: BankService,
  script: string,
  level: Level,
  wish: Wish,
): Promise<void> {
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
  await writeFile(file, await exportedSheet(bank, script, level, format));
  if (wish === 'print' && isLocal(file)) await vscode.env.openExternal(file);
  else {
    const message = vscode.l10n.t(
      'The cheat sheet was saved as {0}.',
      vscode.workspace.asRelativePath(file),
    );
    void offerFile(file, message, { prints: format === 'html' });
  }
}
