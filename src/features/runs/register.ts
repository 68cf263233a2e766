import * as vscode from 'vscode';
import type { RunsStatus } from '../../shared/runs.ts';
import { findSubject } from '../services/find-subject.ts';
import { command, panel as panelType } from '../settings/ids.ts';
import type { Services } from '../services/services.ts';
import { settings } from '../settings/settings.ts';
import { lazyPanel } from '../pages/restore-panel.ts';
import type { Series } from './runs-session.ts';

/** The commands that run code many times or on every Node, and the page that shows it. */
export function registerRuns(services: Services): void {
  const load = lazyPanel(services.context, panelType.runs, async () => {
    const { createRunsPanel } = await import('./runs-panel.lazy.ts');
    return createRunsPanel(services);
  });

  /** Resolves with what came of it when all runs are over. */
  const start = async (argument: unknown, series: Series): Promise<RunsStatus | undefined> => {
    const subject = await findSubject(services, argument);
    return subject && (await load()).start(subject, series);
  };

  services.context.subscriptions.push(
    vscode.commands.registerCommand(command.runManyTimes, (argument: unknown) =>
      start(argument, { mode: 'many', count: settings.runsCount() }),
    ),
    vscode.commands.registerCommand(command.runEverywhere, (argument: unknown) =>
      start(argument, { mode: 'everywhere' }),
    ),
  );
}
