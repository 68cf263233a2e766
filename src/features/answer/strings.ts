import * as vscode from 'vscode';
import {
  difficultyNames,
  levelNames,
  questionStateNames,
  snippetStateNames,
} from '../ui/grade-names.ts';
import { renderSeconds } from './render-time.ts';

export type PageStrings = ReturnType<typeof pageStrings>;

/** Every text of the answer page that does not come from the bank; data, for a thread renders it. */
export function pageStrings() {
  const levels = levelNames();
  const difficulties = difficultyNames();
  /** Those of which the page shows one after the other: see `textInTurn`. */
  const texts = {
    questionStates: questionStateNames(),
    snippetStates: snippetStateNames(),
    bookmark: { off: vscode.l10n.t('Bookmark'), on: vscode.l10n.t('Bookmarked') },
    noteEdit: { write: vscode.l10n.t('Write a Note'), edit: vscode.l10n.t('Edit Note') },
    noteSave: { save: vscode.l10n.t('Save'), mine: vscode.l10n.t('Save Mine') },
  };
  return {
    levels,
    difficulties,
    texts,
    right: vscode.l10n.t('Right'),
    wrong: vscode.l10n.t('Not right'),
    ticked: vscode.l10n.t('{0} of {1} ticked', '{0}', '{1}'),
    level: vscode.l10n.t('Level'),
    progress: vscode.l10n.t('Progress'),
    minutes: vscode.l10n.t('{0} min answer · {1} min page', '{0}', '{1}'),
    onThisPage: vscode.l10n.t('On this page'),
    answer: vscode.l10n.t('Answer'),
    example: vscode.l10n.t('Example'),
    sayIt: vscode.l10n.t('Say it in the interview'),
    sayItFirst: vscode.l10n.t('Answer aloud first, in 40 to 60 seconds. Then compare.'),
    sayItReveal: vscode.l10n.t('Show how it could be said'),
    keyPoints: vscode.l10n.t('Key points'),
    keyPointsHint: vscode.l10n.t('Tick what you said, or could explain now.'),
    commonMistake: vscode.l10n.t('Common mistake'),
    inProduction: vscode.l10n.t('In production'),
    followUps: vscode.l10n.t('Follow-ups'),
    followUpsHint: vscode.l10n.t('What an interviewer may ask next.'),
    checks: vscode.l10n.t('Quick checks'),
    checksHint: vscode.l10n.t(
      'Select an answer to see why it is right or wrong. On the keyboard, arrow keys move and Enter answers.',
    ),
    snippets: vscode.l10n.t('Predict what it prints'),
    snippetsHint: vscode.l10n.t(
      'Put the lines in order, then real Node.js proves you right or wrong.',
    ),
    showDifference: vscode.l10n.t('Make a Program That Shows the Difference'),
    showDifferenceHint: vscode.l10n.t(
      'Two constructs side by side, in a newly generated program: {0}.',
      '{0}',
    ),
    related: vscode.l10n.t('Related questions'),
    copyLink: vscode.l10n.t('Copy link'),
    notes: vscode.l10n.t('Your notes'),
    notesEmpty: vscode.l10n.t(
      'What do you want to remember: your own words, an example from your work, what you forgot last time? Notes are kept with your progress, and search finds them.',
    ),
    noteLabel: vscode.l10n.t('Your note, in Markdown'),
    noteCancel: vscode.l10n.t('Cancel'),
    noteConflict: vscode.l10n.t(
      'This note was changed elsewhere while you were writing. Yours is below and not saved yet; the other one reads:',
    ),
    noteConflictEmpty: vscode.l10n.t(
      'This note was removed elsewhere while you were writing. Yours is below and not saved yet.',
    ),
    noteAppend: vscode.l10n.t('Add It to Mine'),
    noteDiscard: vscode.l10n.t('Discard My Changes'),
    noteKeep: vscode.l10n.t('Keep Writing'),
    noteAsk: vscode.l10n.t("What you wrote isn't saved."),
    sources: vscode.l10n.t('Sources'),
    neighbours: vscode.l10n.t('Previous and next question'),
    previous: vscode.l10n.t('Previous'),
    next: vscode.l10n.t('Next'),
    copy: vscode.l10n.t('Copy code'),
    run: vscode.l10n.t('Run'),
    predict: vscode.l10n.t('Predict'),
    runNamed: vscode.l10n.t('Run: {0}', '{0}'),
    predictNamed: vscode.l10n.t('Predict: {0}', '{0}'),
    showOutput: vscode.l10n.t('Show what it prints'),
    code: vscode.l10n.t('Code'),
    table: vscode.l10n.t('Table'),
    kinds: { cjs: vscode.l10n.t('CommonJS'), mjs: vscode.l10n.t('ES module') },
    missingTitle: vscode.l10n.t('This question no longer exists'),
    missingText: vscode.l10n.t(
      'It was renamed or removed after this page was opened. None of your progress is lost.',
    ),
    showList: vscode.l10n.t('Show All Questions'),
    brokenTitle: vscode.l10n.t("Couldn't read the questions"),
    brokenText: vscode.l10n.t(
      'Reinstall Loopwise to restore them; see the log for details. Your progress is stored separately and is safe.',
    ),
    tooLongTitle: vscode.l10n.t('This answer takes too long to show'),
    tooLongText: vscode.l10n.t(
      'Loopwise gave up after {0} seconds. Its Markdown takes too long to render, for example because of thousands of unclosed brackets or asterisks. None of your progress is lost.',
      renderSeconds,
    ),
    showLog: vscode.l10n.t('Show Log'),
    reload: vscode.l10n.t('Try Again'),
  };
}
