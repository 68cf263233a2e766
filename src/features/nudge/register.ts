import * as vscode from 'vscode';
import type { Services } from '../services/services.ts';
import { setting } from '../settings/ids.ts';
import { settings } from '../settings/settings.ts';
import type { Nudging } from './nudging.lazy.ts';
import { wasOffered } from './offered.ts';

/**
 * One question at a natural break, for those who want it. Nothing is listened to for anybody else; whoever has
 * studied on some days is asked once whether they do.
 */
export function registerNudge(services: Services): void {
  const { context, due, log } = services;
  let nudging: Promise<Nudging> | undefined;
  let offering = false;

  function follow(): void {
    if (settings.nudgesPerDay() === 0) {
      void nudging?.then((one) => one.dispose());
      nudging = undefined;
      return;
    }
    nudging ??= import('./nudging.lazy.ts').then(({ createNudging }) => createNudging(services));
    nudging.catch((error: unknown) => log.error(String(error)));
  }
  async function offer(): Promise<void> {
    if (offering || settings.nudgesPerDay() > 0 || wasOffered(context.globalState)) return;
    offering = true;
    const { offerNudges } = await import('./offer-nudges.lazy.ts');
    await offerNudges(services);
    offering = false;
  }

  context.subscriptions.push(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`loopwise.${setting.nudgesPerDay}`)) follow();
    }),
    due.onDidChange(() => void offer().catch((error: unknown) => log.error(String(error)))),
    new vscode.Disposable(() => void nudging?.then((one) => one.dispose())),
  );
  follow();
}
