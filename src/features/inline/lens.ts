import * as vscode from 'vscode';
import { runnableFences } from '../../inline/runnable-fences.ts';
import { command } from '../settings/ids.ts';
import type { InlineRun } from './inline-run.ts';
import { isRecord } from '../../collections/is-record.ts';
import { settings } from '../settings/settings.ts';

/** What the links above code do. A line is that of a code fence; without one it is about a whole file. */
export interface LensArgument {
  readonly action: 'run' | 'predict' | 'timeline';
  readonly uri: string;
  readonly line?: number;
}

/** The links above code of a document. @param run that runs there, or whose results are shown */
export function lensesOf(
  document: vscode.TextDocument,
  run: InlineRun | undefined,
): vscode.CodeLens[] {
  const mode = settings.inlineLens();
  const uri = document.uri.toString();
  if (mode === 'never' || (mode === 'onDemand' && !run)) return [];
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
      vscode.l10n.t('Timeline'),
      vscode.l10n.t('Show the timeline of the run, or of a new one'),
      'timeline',
    ),
  ];
}

export function isLensArgument(value: unknown): value is LensArgument {
  return isRecord(value) && typeof value['action'] === 'string' && typeof value['uri'] === 'string';
}
