import * as vscode from 'vscode';
import { lazyPanel } from '../pages/restore-panel.ts';
import type { Services } from '../services/services.ts';
import { command, panel as panelType } from '../settings/ids.ts';

/** Mock interviews, rehearsed against a clock, and their reports. */
export function registerInterview(services: Services): void {
  const load = lazyPanel(services.context, panelType.interview, async () => {
    const { createInterviewPanel } = await import('./interview-panel.lazy.ts');
    return createInterviewPanel(services);
  });
  services.context.subscriptions.push(
    vscode.commands.registerCommand(command.startInterview, async () => (await load()).start()),
    vscode.commands.registerCommand(command.showInterviewReports, async (id: unknown) => {
      const panel = await load();
      await (typeof id === 'string' ? panel.report(id) : panel.pickReport());
    }),
  );
}
