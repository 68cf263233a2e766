import * as vscode from 'vscode';
import { command } from '../settings/ids.ts';
import { settings } from '../settings/settings.ts';
import type { Services } from '../services/services.ts';
import { asLogged } from '../ui/error-text.ts';

/**
 * What is due, in the status bar, and the streak in its hover; a click starts the quiz. It appears
 * once something has been reviewed in this window, or the bank is in use and something was reviewed
 * before: who never reviews is not reminded of anything.
 */
export function createDueItem({ bank, progress, study, log }: Services): vscode.Disposable {
  let item: vscode.StatusBarItem | undefined;
  let updating: Promise<void> = Promise.resolve();
  /** Where another day begins, due cards change without an event. */
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function update(): Promise<void> {
    if (!settings.studyStatus()) {
      item?.hide();
      return;
    }
    const reviews = await progress.loadReviews();
    if (reviews.cards()[Symbol.iterator]().next().done === true) {
      item?.hide();
      return;
    }
    const service = await study.load();
    const [{ due, fresh, nextAt }, streak] = await Promise.all([service.queue(), service.streak()]);
    const shown = (item ??= vscode.window.createStatusBarItem(
      'loopwise.due',
      vscode.StatusBarAlignment.Left,
      -10,
    ));
    shown.name = vscode.l10n.t('Loopwise: Due Reviews');
    shown.command = command.quiz;
    shown.text = `$(mortar-board) ${due}`;
    const text = hover(due, fresh, streak);
    shown.tooltip = text;
    shown.accessibilityInformation = { label: text };
    shown.show();
    clearTimeout(timer);
    if (nextAt === undefined) return;
    // Timers take no more than 24.8 days.
    timer = setTimeout(refresh, Math.min(Math.max(nextAt - Date.now(), 60_000), 2 ** 31 - 1));
    timer.unref();
  }

  function refresh(): void {
    updating = updating.then(update).catch((error: unknown) => log.error(asLogged(error)));
  }

  const listeners = vscode.Disposable.from(
    study.onDidChange(refresh),
    bank.onFirstLoad(refresh),
    bank.onDidChange(refresh),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('loopwise.study')) refresh();
    }),
  );
  return new vscode.Disposable(() => {
    clearTimeout(timer);
    listeners.dispose();
    item?.dispose();
  });
}

function hover(due: number, fresh: number, streak: number): string {
  const lines = [
    due === 1 ? vscode.l10n.t('1 review is due.') : vscode.l10n.t('{0} reviews are due.', due),
    ...(fresh === 1 ? [vscode.l10n.t('1 new card today.')] : []),
    ...(fresh > 1 ? [vscode.l10n.t('{0} new cards today.', fresh)] : []),
    ...(streak > 1 ? [vscode.l10n.t('Reviewed on {0} days in a row.', streak)] : []),
    vscode.l10n.t('Select to start the quiz.'),
  ];
  return lines.join('\n');
}
