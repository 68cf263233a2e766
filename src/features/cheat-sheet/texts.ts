import * as vscode from 'vscode';
import type { CheatSheet } from '../../bank/cheat-sheet.ts';
import type { CheatSheetTexts } from '../../bank/cheat-sheet-markdown.ts';
import type { Level } from '../../bank/model.ts';

export type PageTexts = ReturnType<typeof pageTexts>;

export function levelNames(): Readonly<Record<Level, string>> {
  const { t } = vscode.l10n;
  return { junior: t('Junior'), mid: t('Mid'), senior: t('Senior') };
}

/** Every text of the page that does not come from the bank. */
export function pageTexts() {
  const { t } = vscode.l10n;
  return {
    title: t('Cheat Sheet'),
    levels: levelNames(),
    level: t('Level'),
    sayIt: t('Say:'),
    mistake: t('Mistake:'),
    exportMarkdown: t('Export as Markdown…'),
    exportHtml: t('Export as HTML…'),
    exportHint: t('The HTML file opens in any browser and prints well.'),
    print: t('Print…'),
    printHint: t('Saves the sheet as an HTML file and opens it in your browser, which prints it.'),
    empty: t('There are no questions of this level.'),
    topics: t('Topics'),
    brokenTitle: t('The questions could not be read'),
    tooLongTitle: t('The cheat sheet takes too long to prepare'),
    tooLongText: t(
      'A text in a pack makes too much work: most often a run of brackets, quotes or backticks without end. Switch packs off to find out which.',
    ),
    brokenText: t('Reinstalling Loopwise brings them back; the log says what is wrong.'),
    reload: t('Try Again'),
    showLog: t('Show Log'),
  };
}

/** Which questions a level has, and how many: each level is asked what those below it are asked. */
export function aboutText({ level, count }: Pick<CheatSheet, 'level' | 'count'>): string {
  const { t } = vscode.l10n;
  const questions = count === 1 ? t('1 question') : t('{0} questions', count);
  switch (level) {
    case 'junior':
      return t('What a junior is asked: {0}.', questions);
    case 'mid':
      return t('What a mid-level developer is asked, with the junior questions: {0}.', questions);
    case 'senior':
      return t('What a senior is asked, with the junior and mid questions: {0}.', questions);
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
