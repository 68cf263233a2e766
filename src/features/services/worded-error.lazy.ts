import { l10n } from 'vscode';
import {
  CannotRunError,
  isCannotRunError,
  isNoNodeError,
  NoNodeError,
} from '../../runner/errors.ts';
import type { Refusal, StartProblem, WhyNotRun } from '../../runner/errors.ts';
import { nodeProblemText, noNodeText } from '../ui/node-problem-texts.ts';

/** An error of the runner with a message for the user; any other as it is. */
export function worded(error: unknown): unknown {
  if (isNoNodeError(error)) {
    const text = error.isSetting ? settingText(error.tried) : noNodeText(error.tried);
    return new NoNodeError(error.tried, error.isSetting, text);
  }
  if (!isCannotRunError(error)) return error;
  return new CannotRunError(error.why, { cause: error, message: whyNotRunText(error.why) });
}

function settingText(tried: readonly Refusal[]): string {
  return [
    ...tried.flatMap(({ path, problem }) => [
      l10n.t('The setting "loopwise.node.path" names {0}, which can\'t run snippets.', path),
      nodeProblemText(problem),
    ]),
    l10n.t(
      'Change the setting to the path of a Node.js program, or clear it to use one that Loopwise finds.',
    ),
  ].join(' ');
}

function whyNotRunText(why: WhyNotRun): string {
  switch (why.reason) {
    case 'unfit':
      return why.text;
    case 'runtime':
      return startProblemText(why.path, why.problem);
    case 'folder':
      return [
        l10n.t(
          "Couldn't write the snippet to the folder for temporary files, {0} ({1}).",
          why.folder,
          why.code,
        ),
        folderAdvice(why.code),
      ].join(' ');
    case 'unsaved':
      return why.compiled
        ? l10n.t(
            "Node.js {0} can't run {1} where it is: this TypeScript has to be turned into JavaScript first. Select Node.js 22.18 or later.",
            why.version,
            why.files.join(', '),
          )
        : l10n.t(
            'Node.js {0} runs a file that imports others, or asks where it is, only as a whole and as it is saved. These differ in the editor: {1}. Save and run the whole file, or select Node.js 22.15 or later.',
            why.version,
            why.files.join(', '),
          );
  }
}

function startProblemText(path: string, problem: StartProblem): string {
  switch (problem.kind) {
    case 'gone':
      return l10n.t(
        'Couldn\'t start Node.js: {0} no longer exists. Set "loopwise.node.path" to another one, or clear it to use one that Loopwise finds.',
        path,
      );
    case 'notExecutable':
      return l10n.t(
        'Couldn\'t start Node.js: {0} can\'t be executed ({1}). Make it executable, or set "loopwise.node.path" to another one.',
        path,
        problem.code,
      );
    case 'noRoom':
      return l10n.t(
        "Couldn't start Node.js: this machine has no room for another process ({0}). Close some programs and try again.",
        problem.code,
      );
    case 'failed':
      return l10n.t("Couldn't start Node.js at {0}: {1}", path, problem.said);
    case 'late':
      return l10n.t(
        'Node.js at {0} did not start in time. Try again, or set "loopwise.node.path" to another one.',
        path,
      );
    case 'early':
      return problem.said === undefined
        ? l10n.t(
            'Node.js at {0} exited before it ran the snippet. Try again, or set "loopwise.node.path" to another one.',
            path,
          )
        : l10n.t(
            'Node.js at {0} exited before it ran the snippet, and printed "{1}". Try again, or set "loopwise.node.path" to another one.',
            path,
            problem.said,
          );
  }
}

function folderAdvice(code: string): string {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return l10n.t('The disk is full: free some space and try again.');
    case 'EMFILE':
    case 'ENFILE':
      return l10n.t(
        'Too many files are open: close some programs or reload the window and try again.',
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return l10n.t(
        'Make that folder writable, or start VS Code with TMPDIR (TEMP on Windows) set to another one.',
      );
    case 'ENOENT':
    case 'ENOTDIR':
      return l10n.t(
        'Create that folder, or start VS Code with TMPDIR (TEMP on Windows) set to another one.',
      );
    default:
      return l10n.t('Check that folder and try again.');
  }
}
