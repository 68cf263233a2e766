import * as vscode from 'vscode';
import { runnableFences } from '../../inline/runnable-fences.ts';
import { command } from '../settings/ids.ts';
import type { InlineRun } from './inline-run.ts';
import type { InlinePrediction } from './prediction.ts';
import { isRecord } from '../../collections/is-record.ts';
import { settings } from '../settings/settings.ts';

/** What the links above code do. A line is that of a code fence; without one it is about a whole file. */
export interface LensArgument {
  readonly action: 'run' | 'predict' | 'predictInline' | 'timeline' | 'everyNode';
  readonly uri: string;
  readonly line?: number;
}

/**
 * The links above code of a document.
 * @param run that runs there, or whose results are shown
 * @param prediction that is being written there
 */
export function lensesOf(
  document: vscode.TextDocument,
  run: InlineRun | undefined,
  prediction: InlinePrediction | undefined,
): vscode.CodeLens[] {
  const mode = settings.inlineLens();
  const uri = document.uri.toString();
  if (mode === 'never') return [];
  if (prediction) return predictionLenses(prediction);
  if (mode === 'onDemand' && !run) return [];
  if (document.languageId !== 'markdown') return lensesAt(0, uri, undefined, run);
  const at = run?.subject.program.origin?.range?.start.line;
  return runnableFences(document.getText()).flatMap(({ from }) =>
    lensesAt(from - 1, uri, from, at === from ? run : undefined),
  );
}

function lensesAt(
  line: number,
  uri: string,
  fence: number | undefined,
  run: InlineRun | undefined,
): vscode.CodeLens[] {
  const range = new vscode.Range(line, 0, line, 0);
  const about = { uri, ...(fence !== undefined && { line: fence }) };
  const lens = (title: string, tooltip: string, action: LensArgument['action']) =>
    new vscode.CodeLens(range, {
      title,
      tooltip,
      command: command.inlineLens,
      arguments: [{ action, ...about }],
    });
  const first =
    run?.status.kind === 'running'
      ? new vscode.CodeLens(range, {
          title: vscode.l10n.t('$(debug-stop) Stop'),
          tooltip: vscode.l10n.t('Stop the program that runs'),
          command: command.stopInline,
          arguments: [uri],
        })
      : lens(
          run ? vscode.l10n.t('$(play) Run Again') : vscode.l10n.t('$(play) Run'),
          vscode.l10n.t('Run this code and show beside each line what it prints'),
          'run',
        );
  return [
    first,
    lens(vscode.l10n.t('Predict'), vscode.l10n.t('Predict what this code prints'), 'predict'),
    lens(
      vscode.l10n.t('Predict Inline'),
      vscode.l10n.t('Put numbers beside the lines in the order in which they print'),
      'predictInline',
    ),
    lens(
      vscode.l10n.t('Timeline'),
      vscode.l10n.t('Show the timeline of the run, or of a new one'),
      'timeline',
    ),
    ...(run
      ? [
          lens(
            vscode.l10n.t('Every Node.js'),
            vscode.l10n.t('Run this code on every Node.js on this machine and compare'),
            'everyNode',
          ),
        ]
      : []),
  ];
}

function predictionLenses({ range, checking }: InlinePrediction): vscode.CodeLens[] {
  const line = range?.start.line ?? 0;
  const at = new vscode.Range(line, 0, line, 0);
  const lens = (title: string, tooltip: string, id: string) =>
    new vscode.CodeLens(at, { title, tooltip, command: id });
  if (checking) {
    return [
      lens(
        vscode.l10n.t('$(debug-stop) Stop'),
        vscode.l10n.t('Stop the program that runs'),
        command.stopInline,
      ),
    ];
  }
  return [
    lens(
      vscode.l10n.t('$(check) Check Prediction'),
      vscode.l10n.t('Run this code and check the number beside each line'),
      command.checkInline,
    ),
    lens(
      vscode.l10n.t("Put Next Number Beside the Cursor's Line"),
      vscode.l10n.t('The line that prints next'),
      command.predictLine,
    ),
    lens(
      vscode.l10n.t('List'),
      vscode.l10n.t('Show this prediction as a list'),
      command.showInline,
    ),
    lens(vscode.l10n.t('Cancel'), vscode.l10n.t('Give up this prediction'), command.cancelInline),
  ];
}

export function isLensArgument(value: unknown): value is LensArgument {
  return isRecord(value) && typeof value['action'] === 'string' && typeof value['uri'] === 'string';
}
