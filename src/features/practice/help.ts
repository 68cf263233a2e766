import * as vscode from 'vscode';
import type { Problem } from '../../bank/material.ts';
import type { ProgressService } from '../services/services.ts';
import { existingFile } from './problem-files.ts';
import { documentOf } from './read-only-documents.ts';
import { withoutBackticks } from '../ui/without-backticks.ts';

/** Hints and worked solutions. */
export interface Help {
  /** Shows the next hint. */
  readonly hint: (problem: Problem) => Promise<void>;
  /** Shows the worked solution beside the user's own; asks first when that was never run. */
  readonly solution: (problem: Problem) => Promise<void>;
  /** How many hints of a problem were shown in this window. */
  readonly shown: (problem: Problem) => number;
}

export function createHelp(
  progress: Pick<ProgressService, 'loadPractice'>,
  folder: () => vscode.Uri | undefined,
): Help {
  const shown = new Map<string, number>();

  async function hint(problem: Problem): Promise<void> {
    const { id, hints, title } = problem;
    const at = Math.min(shown.get(id) ?? 0, hints.length - 1);
    shown.set(id, at + 1);
    const text = vscode.l10n.t(
      '{0}, hint {1} of {2}: {3}',
      ...[title, at + 1, hints.length, withoutBackticks(hints[at] ?? '')],
    );
    const next = vscode.l10n.t('Next Hint');
    const more = at + 1 < hints.length ? [next] : [];
    // A notification stays for as long as it is wanted; nobody waits for it.
    void vscode.window.showInformationMessage(text, ...more).then((chosen) => {
      if (chosen === next) void hint(problem);
    });
    return Promise.resolve();
  }

  async function solution(problem: Problem): Promise<void> {
    const practice = await progress.loadPractice();
    if (!practice.tried(problem.id) && !(await wantsItNow())) return;
    const own = await existingFile(folder(), problem);
    const worked = documentOf(problem, 'solution');
    const name = vscode.l10n.t('{0}: Your Code ↔ Worked Solution', problem.title);
    if (own) await vscode.commands.executeCommand('vscode.diff', own, worked, name);
    else await vscode.window.showTextDocument(worked);
  }

  return { hint, solution, shown: ({ id }) => shown.get(id) ?? 0 };
}

async function wantsItNow(): Promise<boolean> {
  const show = vscode.l10n.t('Show Solution');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t("You haven't run the tests on code of your own yet."),
    {
      modal: true,
      detail: vscode.l10n.t(
        'You remember a solution better after a try of your own, even one that fails.',
      ),
    },
    show,
  );
  return chosen === show;
}
