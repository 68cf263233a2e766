import * as vscode from 'vscode';
import type { CheatSheet } from '../../bank/cheat-sheet.ts';
import type { CheatSheetTexts } from '../../bank/cheat-sheet-markdown.ts';
import type { Level } from '../../bank/levels.ts';
import { levelNames } from '../ui/grade-names.ts';

export type PageTexts = ReturnType<typeof pageTexts>;

/** Every text of the page that does not come from the bank. */
export function pageTexts() {
  return {
    title: vscode.l10n.t('Cheat Sheet'),
    levels: levelNames(),
    level: vscode.l10n.t('Level'),
    sayIt: vscode.l10n.t('Say:'),
    mistake: vscode.l10n.t('Mistake:'),
    exportMarkdown: vscode.l10n.t('Export as Markdown…'),
    exportHtml: vscode.l10n.t('Export as HTML…'),
    exportHint: vscode.l10n.t('The HTML file opens in any browser and prints well.'),
    print: vscode.l10n.t('Print…'),
    printHint: vscode.l10n.t(
      'Saves the sheet as an HTML file and opens it in your browser, which prints it.',
    ),
    empty: vscode.l10n.t('There are no questions at this level.'),
    topics: vscode.l10n.t('Topics'),
    brokenTitle: vscode.l10n.t("Couldn't read the questions"),
    tooLongTitle: vscode.l10n.t('The cheat sheet takes too long to prepare'),
    tooLongText: vscode.l10n.t(
      'A text in a pack takes too long to render, most often because of a very long run of brackets, quotes or backticks. Remove packs one at a time to find out which.',
    ),
    brokenText: vscode.l10n.t('Reinstall Loopwise to restore them; see the log for details.'),
    reload: vscode.l10n.t('Try Again'),
    showLog: vscode.l10n.t('Show Log'),
  };
}

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
  const { levels, sayIt, mistake } = pageTexts();
  return {
    ...{ levels, sayIt, mistake },
    title: vscode.l10n.t('Node.js interview cheat sheet: {0}', levels[level]),
    about: aboutText({ level, count }),
  };
}
