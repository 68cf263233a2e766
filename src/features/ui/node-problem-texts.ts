import { l10n } from 'vscode';
import { oldestMajor } from '../../runner/errors.ts';
import type { NodeProblem, Refusal } from '../../runner/errors.ts';

/** What is wrong with one program, in sentences of their own that don't name it. */
export function nodeProblemText(problem: NodeProblem): string {
  switch (problem.kind) {
    case 'missing':
      return l10n.t('There is no such file.');
    case 'incomplete':
      return l10n.t('This installation is incomplete: its program is missing.');
    case 'notAbsolute':
      return l10n.t("This isn't an absolute path.");
    case 'notTrusted':
      return l10n.t("It's in a workspace that you haven't trusted.");
    case 'notAFile':
      return l10n.t("This isn't a file.");
    case 'notNode':
      return l10n.t("It doesn't report a version as Node.js does.");
    case 'notExecutable':
      return l10n.t("It isn't executable.");
    case 'tooOld':
      return l10n.t(
        'Version {0} is too old: snippets need Node.js {1} or later.',
        problem.version,
        oldestMajor,
      );
    case 'notReadable':
      return l10n.t("It can't be accessed ({0}).", problem.code);
    case 'notRunnable':
      return l10n.t("It can't be run ({0}).", problem.code);
    case 'late':
      return l10n.t("It didn't report its version in time.");
    case 'failed':
      return problem.said === undefined
        ? l10n.t('It failed when it was run.')
        : l10n.t('It failed when it was run, and printed "{0}".', problem.said);
  }
}

/** That no Node.js was found, which of them were looked at, and what to do. */
export function noNodeText(tried: readonly Refusal[]): string {
  const found =
    tried.length === 0
      ? [
          l10n.t(
            'None is on the PATH or where version managers (nvm, fnm, Volta, asdf, mise, n) install it.',
          ),
        ]
      : tried.map(({ path, problem }) => l10n.t('{0}: {1}', path, nodeProblemText(problem)));
  return [
    l10n.t('No Node.js that can run snippets was found.'),
    ...found,
    l10n.t(
      'Install Node.js {0} or later from nodejs.org, or set "loopwise.node.path" to the path of one.',
      oldestMajor,
    ),
  ].join(' ');
}
