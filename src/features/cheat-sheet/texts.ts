import * as vscode from 'vscode';
import type { CheatSheet } from '../../bank/cheat-sheet.ts';
import type { CheatSheetTexts } from '../../bank/cheat-sheet-markdown.ts';
import type { Level } from '../../bank/levels.ts';
import { levelNames } from '../ui/grade-names.ts';

/** Which questions a level has, and how many: each level is asked what those below it are asked. */
export function aboutText({ level, count }: Pick<CheatSheet, 'level' | 'count'>): string {
  const one = count === 1;
  switch (level) {
    case 'junior':
      return one
        ? vscode.l10n.t('What a junior is asked: 1 question.')
        : vscode.l10n.t('What a junior is asked: {0} questions.', count);
    case 'mid':
      return one
        ? vscode.l10n.t(
            'What a mid-level developer is asked, with the junior questions: 1 question.',
          )
        : vscode.l10n.t(
            'What a mid-level developer is asked, with the junior questions: {0} questions.',
            count,
          );
    case 'senior':
      return one
        ? vscode.l10n.t('What a senior is asked, with the junior and mid questions: 1 question.')
        : vscode.l10n.t(
            'What a senior is asked, with the junior and mid questions: {0} questions.',
            count,
          );
  }
}

/** For a file that stands for itself. */
export function exportTexts(level: Level, count: number): CheatSheetTexts {
  const names = levelNames();
  return {
    levels: names,
    sayIt: vscode.l10n.t('Say:'),
    mistake: vscode.l10n.t('Mistake:'),
    title: vscode.l10n.t('Node.js interview cheat sheet: {0}', names[level]),
    about: aboutText({ level, count }),
  };
}
