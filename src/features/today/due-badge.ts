import type * as vscode from 'vscode';
import type { Services } from '../services/services.ts';
import { settings } from '../settings/settings.ts';
import { dueText } from '../ui/amount-texts.ts';

/** The number of due cards at the icon of the sidebar. */
export function createDueBadge(
  { due }: Pick<Services, 'due'>,
  treeView: Pick<vscode.TreeView<unknown>, 'badge'>,
): vscode.Disposable {
  return due.onDidChange(() => {
    const count = settings.studyStatus() ? (due.current?.due ?? 0) : 0;
    const tooltip = dueText(count);
    treeView.badge = count > 0 ? { value: count, tooltip } : undefined;
  });
}
