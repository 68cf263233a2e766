import * as vscode from 'vscode';
import { exportLine } from '../../practice/failure-place.ts';
import { recognized } from '../../practice/known-mistakes.ts';
import type { FinishedRun } from './report-run.ts';
import { withoutBackticks } from '../ui/without-backticks.ts';

/** What is said of weak solutions that are known, in the file and among the problems. */
export interface Comments {
  /** Says what is known of the code that ran, in place of what was said before. */
  about(finished: FinishedRun): readonly string[];
  dispose(): void;
}

export function createComments(): Comments {
  const shown = vscode.languages.createDiagnosticCollection('loopwise-practice');
  // What is changed is no longer what it was said about.
  const changes = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (contentChanges.length > 0) shown.delete(document.uri);
  });
  return {
    about({ problem, file, code, outcomes }) {
      const line = exportLine(code) - 1;
      const range = new vscode.Range(line, 0, line, code.split('\n')[line]?.trimEnd().length ?? 0);
      const texts = recognized(problem.mistakes, outcomes.tests, code).map((mistake) => {
        const says = withoutBackticks(mistake.says);
        return 'fails' in mistake ? vscode.l10n.t('Common cause: {0}', says) : says;
      });
      shown.set(
        file,
        texts.map((text) => {
          const comment = new vscode.Diagnostic(range, text, vscode.DiagnosticSeverity.Information);
          comment.source = 'Loopwise';
          return comment;
        }),
      );
      return texts;
    },
    dispose() {
      changes.dispose();
      shown.dispose();
    },
  };
}
