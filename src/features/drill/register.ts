import * as vscode from 'vscode';
import { command } from '../settings/ids.ts';
import type { Services } from '../services/services.ts';
import { createDrillPanel } from './drill-panel.ts';
import { readDrillArgument } from './read-drill-argument.ts';

/** The drill: programs that are made on the spot, and what a wrong prediction says of its author. */
export function registerDrill(services: Services): void {
  const panel = createDrillPanel(services);
  services.context.subscriptions.push(
    panel,
    vscode.commands.registerCommand(command.drill, async (argument: unknown) => {
      const start = readDrillArgument(argument);
      if (!start) {
        void vscode.window.showWarningMessage(
          vscode.l10n.t('This version of Loopwise cannot make the program of that link.'),
        );
        return;
      }
      await panel.start(start);
    }),
    vscode.commands.registerCommand(
      command.anotherLikeThis,
      async (argument: unknown, shown: unknown) => {
        const { startLike } = await import('./another-like-this.lazy.ts');
        const start = await startLike(services, argument, shown);
        if (start) await panel.start(start);
      },
    ),
    vscode.commands.registerCommand(command.exportDrills, async () => {
      const { exportDrills } = await import('./export-drills.lazy.ts');
      await exportDrills(services);
    }),
  );
}
