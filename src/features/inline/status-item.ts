import * as vscode from 'vscode';
import { command } from '../settings/ids.ts';
import { plainMarkdown } from '../ui/plain-markdown.ts';
import type { InlineRun } from './inline-run.ts';
import type { InlinePrediction } from './prediction.ts';
import { countsText } from './ran-lines.ts';
import type { ShownLines } from './ran-lines.ts';
import { ownRuntimeText, runText } from './words.ts';

/** Runtime, time and end of the run whose results the active editor shows. */
export interface StatusItem {
  /** @param lines which ones ran; they are told of where there is no run */
  show(run: InlineRun | undefined, lines: ShownLines | undefined): void;
  /** In place of a run, what is being predicted. */
  predict(prediction: InlinePrediction): void;
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
    show(run, lines) {
      if (!run && lines) {
        const text = countsText(lines);
        item.text = `$(checklist) ${text}`;
        item.tooltip = vscode.l10n.t('Loopwise: show which lines ran as a list');
        item.accessibilityInformation = { label: `Loopwise: ${text}`, role: 'button' };
        item.command = command.showInline;
        item.show();
        return;
      }
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
        : tooltipOf(run);
      item.accessibilityInformation = { label: `Loopwise: ${text}`, role: 'button' };
      item.command = {
        title: item.name ?? '',
        command: isRunning ? command.stopInline : command.inlineTimeline,
        arguments: [run.uri],
      };
      item.show();
    },
    predict({ steps, checking }) {
      const text = checking
        ? vscode.l10n.t('Checking…')
        : vscode.l10n.t('Predicting: next is {0}', steps.length + 1);
      item.text = checking ? `$(loading~spin) ${text}` : `$(question) ${text}`;
      item.tooltip = checking
        ? vscode.l10n.t('Loopwise: stop the program that runs')
        : vscode.l10n.t('Loopwise: show this prediction as a list');
      item.accessibilityInformation = { label: `Loopwise: ${text}`, role: 'button' };
      item.command = checking ? command.stopInline : command.showInline;
      item.show();
    },
    dispose: () => item.dispose(),
  };
}

/** What a click does, and a link to everything else that can be done with the run. */
function tooltipOf({ uri, status }: InlineRun): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  tooltip.isTrusted = { enabledCommands: [command.inlineMenu, command.selectRuntime] };
  const more = `command:${command.inlineMenu}?${encodeURIComponent(JSON.stringify([uri]))}`;
  tooltip.appendMarkdown(plainMarkdown(vscode.l10n.t('Loopwise: show the timeline of this run')));
  if (status.kind === 'over' && status.result.runtime.origin === 'editor') {
    const select = `[${vscode.l10n.t('Select Node.js…')}](command:${command.selectRuntime})`;
    tooltip.appendMarkdown('\n\n').appendMarkdown(plainMarkdown(ownRuntimeText()));
    tooltip.appendMarkdown(` ${select}`);
  }
  return tooltip.appendMarkdown(`\n\n[${vscode.l10n.t('More Actions…')}](${more})`);
}
