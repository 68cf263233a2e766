import * as vscode from 'vscode';
import type { Problem } from '../../bank/material.ts';
import { shownTests, testsOf } from '../../bank/practice-tests.ts';
import { startFile } from '../../practice/start-file.ts';
import { headline } from './problem-files.ts';
import { practiceScheme } from './scheme.ts';

type Part = 'tests' | 'solution';

/** The address of a part of a problem that can only be read. */
export const documentOf = ({ id }: Problem, part: Part): vscode.Uri =>
  vscode.Uri.from({ scheme: practiceScheme, path: `/${id}/${part}.mjs` });

/** Empty for an address of a problem that is no longer there. */
export function documentText(uri: vscode.Uri, problems: readonly Problem[]): string {
  const [, id, name] = uri.path.split('/');
  const problem = problems.find((one) => one.id === id);
  if (!problem) return '';
  // Beside a file that begins with the task, only the code differs.
  if (name === 'solution.mjs') {
    return startFile({ task: problem.task, start: problem.solution }, headline(problem));
  }
  const hidden = testsOf(problem).filter((test) => test.hidden).length;
  const note =
    hidden === 1
      ? vscode.l10n.t('1 more test is hidden.')
      : vscode.l10n.t('{0} more tests are hidden.', hidden);
  return shownTests(problem, note);
}
