import * as vscode from 'vscode';
import { loadOnce } from '../../collections/load-once.ts';
import type { Services } from '../services/services.ts';
import { setting } from '../settings/ids.ts';
import { settings } from '../settings/settings.ts';
import { asLogged } from '../ui/error-text.ts';
import type { Nudging } from './nudging.lazy.ts';
import { wasOffered } from './offered.ts';

/**
 * One question at a natural break, for those who want it. Nothing is listened to for anybody else; whoever has
 * studied on some days is asked once whether they do.
 */
export function registerNudge(services: Services): void {
  const { context, due, log } = services;
  const nudging = loadOnce<Nudging>(async () =>
    (await import('./nudging.lazy.ts')).createNudging(services),
  );
  let offering = false;

  function follow(): void {
    if (settings.nudgesPerDay() === 0) {
      nudging.ifBegun((one) => one.dispose());
      nudging.forget();
      return;
    }
    nudging.load().catch((error: unknown) => log.error(asLogged(error)));
  }
  async function offer(): Promise<void> {
    if (offering || settings.nudgesPerDay() > 0 || wasOffered(context.globalState)) return;
    offering = true;
    try {
      const { offerNudges } = await import('./offer-nudges.lazy.ts');
      await offerNudges(services);
    } finally {
      offering = false;
    }
  }

  context.subscriptions.push(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`loopwise.${setting.nudgesPerDay}`)) follow();
    }),
    due.onDidChange(() => void offer().catch((error: unknown) => log.error(asLogged(error)))),
    new vscode.Disposable(() => nudging.ifBegun((one) => one.dispose())),
  );
  follow();
}
