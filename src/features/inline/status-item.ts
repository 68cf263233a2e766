import * as vscode from 'vscode';
import { command } from '../settings/ids.ts';
import type { InlineRun } from './inline-run.ts';
import { runText } from './words.ts';

/** Runtime, time and end of the run whose results the active editor shows. */
export interface StatusItem {
  show(run: InlineRun | undefined): void;
  dispose(): void;
}

export function createStatusItem(): StatusItem {
  const item = vscode.window.createStatusBarItem(
    'loopwise.inline',
    vscode.StatusBarAlignment.Left,
    -10,
  );
  item.name = vscode.l10n.t('Loopwise: Inline Run');
  return {
    show(run) {
      if (!run || run.status.kind === 'failed') {
        item.hide();
        return;
      }
      const text = runText(run);
      const isRunning = run.status.kind === 'running';
      item.text = isRunning
        ? `$(loading~spin) ${text}`
        : `$(${run.stale ? 'history' : 'play'}) ${text}`;
      item.tooltip = isRunning
        ? vscode.l10n.t('Loopwise: stop the program that runs')
        : vscode.l10n.t('Loopwise: show the timeline of this run');
      item.accessibilityInformation = { label: `Loopwise: ${text}`, role: 'button' };
      item.command = {
        title: item.name ?? '',
        command: isRunning ? command.stopInline : command.inlineTimeline,
        arguments: [run.uri],
      };
      item.show();
    },
    dispose: () => item.dispose(),
  };
}
