import * as vscode from 'vscode';
import { lazyPanel } from '../pages/restore-panel.ts';
import type { Services } from '../services/services.ts';
import { command, panel as panelType } from '../settings/ids.ts';

/** The page of progress: what was reviewed, what is remembered, what will be due. */
export function registerProgress(services: Services): void {
  const load = lazyPanel(services.context, panelType.progress, async () => {
    const { createProgressPanel } = await import('./progress-panel.lazy.ts');
    return createProgressPanel(services);
  });
  services.context.subscriptions.push(
    vscode.commands.registerCommand(command.showProgress, async () => (await load()).show()),
  );
}
