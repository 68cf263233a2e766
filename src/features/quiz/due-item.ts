import * as vscode from 'vscode';
import { command } from '../settings/ids.ts';
import { settings } from '../settings/settings.ts';
import type { Services } from '../services/services.ts';
import { dueText } from '../ui/amount-texts.ts';
import { asLogged } from '../ui/error-text.ts';

/**
 * What is due, in the status bar, and the streak in its hover; a click starts the quiz. It appears
 * once something has been reviewed: who never reviews is not reminded of anything.
 */
export function createDueItem({
  due,
  study,
  log,
}: Pick<Services, 'due' | 'study' | 'log'>): vscode.Disposable {
  let item: vscode.StatusBarItem | undefined;
  let updating: Promise<void> = Promise.resolve();

  async function update(): Promise<void> {
    const now = due.current;
    if (!settings.studyStatus() || now?.begun !== true) {
      item?.hide();
      return;
    }
    const streak = await (await study.load()).streak();
    const shown = (item ??= vscode.window.createStatusBarItem(
      'loopwise.due',
      vscode.StatusBarAlignment.Left,
      -10,
    ));
    shown.name = vscode.l10n.t('Loopwise: Due Reviews');
    shown.command = command.quiz;
    shown.text = `$(mortar-board) ${now.due}`;
    const text = hover(now.due, now.fresh, streak);
    shown.tooltip = text;
    shown.accessibilityInformation = { label: text };
    shown.show();
  }

  const listener = due.onDidChange(() => {
    updating = updating.then(update).catch((error: unknown) => log.error(asLogged(error)));
  });
  return new vscode.Disposable(() => {
    listener.dispose();
    item?.dispose();
  });
}

function hover(due: number, fresh: number, streak: number): string {
  const lines = [
    dueText(due),
    ...(fresh === 1 ? [vscode.l10n.t('1 new card today.')] : []),
    ...(fresh > 1 ? [vscode.l10n.t('{0} new cards today.', fresh)] : []),
    ...(streak > 1 ? [vscode.l10n.t('Reviewed {0} days in a row.', streak)] : []),
    vscode.l10n.t('Select to start the quiz.'),
  ];
  return lines.join('\n');
}
