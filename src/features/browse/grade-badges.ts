import * as vscode from 'vscode';
import { difficultyLabels, levelLabels } from './labels.ts';

const scheme = 'loopwise-card';
const bookmark = 'bookmarked';

/**
 * What an item of a tree carries, so that its level or difficulty is shown at the right edge, where a
 * narrow sidebar doesn't cut it off as it does a description.
 */
export function gradeUri(grade: string, marks: readonly string[] = []): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${grade}/${marks.includes(bookmark) ? bookmark : ''}` });
}

/**
 * Levels are letters and difficulties are dots to count, so that "mid" and "medium" can't be confused,
 * and easy and medium can be told apart without seeing the other. A star before it says that the card is
 * bookmarked; the tooltip has the words.
 */
export function gradeBadge(uri: vscode.Uri): vscode.FileDecoration | undefined {
  if (uri.scheme !== scheme) return undefined;
  const [, grade = '', mark] = uri.path.split('/');
  const known = badges.get(grade);
  if (known === undefined) return undefined;
  const [sign, name] = known;
  return mark === bookmark
    ? new vscode.FileDecoration(`★${sign}`, vscode.l10n.t('{0}, bookmarked', name))
    : new vscode.FileDecoration(sign, name);
}

const dots = ['∙', '∶', '∴', '∷'];

const badges: ReadonlyMap<string, readonly [sign: string, name: string]> = new Map([
  ...[...levelLabels].map(([level, name]): [string, [string, string]] => [
    level,
    [name.slice(0, 1).toLocaleUpperCase(), name],
  ]),
  ...[...difficultyLabels].map(([difficulty, name], index): [string, [string, string]] => [
    difficulty,
    [dots[index] ?? '', name],
  ]),
]);

export const registerGradeBadges = (): vscode.Disposable =>
  vscode.window.registerFileDecorationProvider({ provideFileDecoration: gradeBadge });
