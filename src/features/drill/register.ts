import * as vscode from 'vscode';
import type { DrillLevel } from '../../study/drill/drill-run.ts';
import { command, panel as panelType } from '../settings/ids.ts';
import type { DrillStart } from './read-drill-argument.lazy.ts';
import { lazyPanel } from '../pages/restore-panel.ts';
import type { Services } from '../services/services.ts';

/** Says what a link can't do here, and offers what it can. */
async function offerInstead(argument: unknown): Promise<DrillLevel | undefined> {
  const { levelOfOtherLink } = await import('./read-drill-argument.lazy.ts');
  const level = levelOfOtherLink(argument);
  if (level === undefined) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t("The link doesn't name a program of the drill."),
    );
    return undefined;
  }
  const drill = vscode.l10n.t('Drill at Level {0}', level);
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      "The link was copied in another version of Loopwise. This version generates different programs, so it can't show that one.",
    ),
    drill,
  );
  return chosen === drill ? level : undefined;
}

/** The drill: programs that are made on the spot, and what a wrong prediction says of its author. */
export function registerDrill(services: Services): void {
  const load = lazyPanel(services.context, panelType.drill, async () => {
    const { createDrillPanel } = await import('./drill-panel.lazy.ts');
    return createDrillPanel(services);
  });
  const begin = async (start: DrillStart): Promise<void> => (await load()).start(start);

  services.context.subscriptions.push(
    vscode.commands.registerCommand(command.drill, async (argument: unknown) => {
      const { readDrillArgument } = await import('./read-drill-argument.lazy.ts');
      const start = readDrillArgument(argument);
      if (start) await begin(start);
      else void offerInstead(argument).then((level) => level && begin({ level }));
    }),
    vscode.commands.registerCommand(
      command.anotherLikeThis,
      async (argument: unknown, shown: unknown) => {
        const { startLike } = await import('./another-like-this.lazy.ts');
        const start = await startLike(services, argument, shown);
        if (start) await begin(start);
      },
    ),
    vscode.commands.registerCommand(command.showDifference, async (argument: unknown) => {
      const { startDifference } = await import('./show-difference.lazy.ts');
      const start = await startDifference(services, argument);
      if (start) await begin(start);
    }),
    vscode.commands.registerCommand(command.exportDrills, async () => {
      const { exportDrills } = await import('./export-drills.lazy.ts');
      await exportDrills(services);
    }),
  );
}
