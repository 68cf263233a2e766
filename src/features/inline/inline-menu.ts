import * as vscode from 'vscode';
import { command } from '../settings/ids.ts';
import { argumentOf } from '../subject/subject.ts';
import { pickOne } from '../ui/pick-one.ts';
import type { InlineRun } from './inline-run.ts';
import type { InlinePrediction } from './prediction.ts';
import { runText } from './words.ts';

interface ActionItem extends vscode.QuickPickItem {
  readonly id: string;
  readonly args: readonly unknown[];
}

/** What the menu is about: what the active editor shows. */
export interface MenuSubject {
  readonly run: InlineRun | undefined;
  readonly prediction: InlinePrediction | undefined;
  /** There is a run before the last one. */
  readonly isComparable: boolean;
}

/** What can be done with the code of the active editor, and with its last run. */
export async function chooseAction(subject: MenuSubject): Promise<void> {
  const { run } = subject;
  const chosen = await pickOne(actionsFor(subject), {
    title: run ? runText(run) : vscode.l10n.t('Loopwise: Inline Run'),
  });
  if (chosen) await vscode.commands.executeCommand(chosen.id, ...chosen.args);
}

function actionsFor({ run, prediction, isComparable }: MenuSubject): ActionItem[] {
  const item = (icon: string, label: string, id: string, ...args: readonly unknown[]) => ({
    label: `$(${icon}) ${label}`,
    ...{ id, args },
  });
  if (prediction) {
    return [
      item('check', vscode.l10n.t('Check Prediction'), command.checkInline),
      item('list-ordered', vscode.l10n.t('Show Prediction as List'), command.showInline),
      item('close', vscode.l10n.t('Cancel Prediction'), command.cancelInline),
    ];
  }
  if (!run) {
    return [
      item('run-all', vscode.l10n.t('Run Inline'), command.runInline),
      item('question', vscode.l10n.t('Predict Inline'), command.predictInline),
    ];
  }
  const code = argumentOf(run.subject);
  return [
    item('timeline-open', vscode.l10n.t('Show Timeline'), command.inlineTimeline, run.uri),
    item('list-ordered', vscode.l10n.t('Show Results as List'), command.showInline, run.uri),
    ...(isComparable
      ? [item('diff', vscode.l10n.t('Compare with the Run Before'), command.compareInline)]
      : []),
    item('run-all', vscode.l10n.t('Run Again'), command.runInline),
    item('question', vscode.l10n.t('Predict Inline'), command.predictInline),
    item('checklist', vscode.l10n.t('Show Which Lines Ran'), command.showRanLines),
    item('versions', vscode.l10n.t('Run on Every Node.js'), command.runEverywhere, code),
    item('graph', vscode.l10n.t('Run Many Times'), command.runManyTimes, code),
    item('clear-all', vscode.l10n.t('Clear Inline Results'), command.clearInline, run.uri),
  ];
}
