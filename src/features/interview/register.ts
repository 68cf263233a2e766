import * as vscode from 'vscode';
import type { Services } from '../services/services.ts';
import { command } from '../settings/ids.ts';
import { createInterviewPanel } from './interview-panel.ts';

/** Mock interviews, rehearsed against a clock, and their reports. */
export function registerInterview(services: Services): void {
  const panel = createInterviewPanel(services);
  services.context.subscriptions.push(
    panel,
    vscode.commands.registerCommand(command.startInterview, () => panel.start()),
    vscode.commands.registerCommand(command.showInterviewReports, (id: unknown) =>
      typeof id === 'string' ? panel.report(id) : panel.pickReport(),
    ),
  );
}
