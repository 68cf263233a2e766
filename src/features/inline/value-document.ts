import * as vscode from 'vscode';
import { valueText } from '../../inline/value-text.ts';
import type { Printed } from '../../inline/printed.ts';
import type { ReadOnlyTexts } from './read-only-texts.ts';

/** All that was recorded of the objects that a call printed, as a text whose parts can be folded. */
export async function openValue(
  { number, values = [] }: Printed,
  texts: ReadOnlyTexts,
): Promise<void> {
  const layout = { depth: Infinity, width: 80, more: moreText };
  const text = values.map((value) => valueText(value, layout)).join('\n\n');
  const name = vscode.l10n.t('Value {0}', number);
  const uri = texts.put(`/value/${name}.txt`, `${text}\n`);
  await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside });
}

export const moreText = (count: number): string =>
  count === 1 ? vscode.l10n.t('1 more') : vscode.l10n.t('{0} more', count);
