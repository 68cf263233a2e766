import * as vscode from 'vscode';
import { difficultyLabels, levelLabels } from './labels.ts';

const scheme = 'loopwise-card';
const bookmark = 'bookmarked';

/**
 * What an item of a tree carries, so that its level or difficulty stands at the right edge as one
 * letter: a description is the first that a narrow sidebar cuts off.
 */
export function gradeUri(grade: string, marks: readonly string[] = []): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${grade}/${marks.includes(bookmark) ? bookmark : ''}` });
}

/** The letter itself, behind a star if the card is bookmarked, with its whole word as the tooltip. */
export function gradeBadge(uri: vscode.Uri): vscode.FileDecoration | undefined {
  if (uri.scheme !== scheme) return undefined;
  const [, grade = '', mark] = uri.path.split('/');
  const name = names.get(grade);
  if (name === undefined) return undefined;
  const letter = name.slice(0, 1).toLocaleUpperCase();
  return mark === bookmark
    ? new vscode.FileDecoration(`★${letter}`, `${name}, ${vscode.l10n.t('Bookmarked')}`)
    : new vscode.FileDecoration(letter, name);
}

const names: ReadonlyMap<string, string> = new Map<string, string>([
  ...levelLabels,
  ...difficultyLabels,
]);

export const registerGradeBadges = (): vscode.Disposable =>
  vscode.window.registerFileDecorationProvider({ provideFileDecoration: gradeBadge });
