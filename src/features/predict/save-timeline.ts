import * as vscode from 'vscode';
import type { TimelineExport } from '../../shared/timeline.ts';
import { askForFile } from '../ui/ask-for-file.ts';
import { writeFile } from '../ui/write-file.ts';

/** Asks where a timeline goes, and writes it there. @throws when it cannot be written */
export async function saveTimeline({ format, text }: TimelineExport, title: string): Promise<void> {
  const kinds = {
    svg: { ending: 'svg', kind: vscode.l10n.t('Picture') },
    markdown: { ending: 'md', kind: 'Markdown' },
  };
  const file = await askForFile({
    title: vscode.l10n.t('Save the Timeline'),
    name: fileName(title),
    ...kinds[format],
  });
  if (!file) return;
  await writeFile(file, text);
  const open = vscode.l10n.t('Open');
  const message = vscode.l10n.t(
    'The timeline was saved as {0}.',
    vscode.workspace.asRelativePath(file),
  );
  const chosen = await vscode.window.showInformationMessage(message, open);
  if (chosen === open) await vscode.commands.executeCommand('vscode.open', file);
}

/** A title as a name that every file system takes. */
export function fileName(title: string): string {
  const name = title
    .replace(/\.[cm]?[jt]s\b/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return name.slice(0, 60) || 'timeline';
}
