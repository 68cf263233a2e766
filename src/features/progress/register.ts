import * as vscode from 'vscode';
import type { Services } from '../services/services.ts';
import { command } from '../settings/ids.ts';
import { createProgressPanel } from './progress-panel.ts';

/** The page of progress: what was reviewed, what is remembered, what will be due. */
export function registerProgress(services: Services): void {
  const panel = createProgressPanel(services);
  services.context.subscriptions.push(
    panel,
    vscode.commands.registerCommand(command.showProgress, () => panel.show()),
  );
}
