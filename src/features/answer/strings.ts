import * as vscode from 'vscode';
import type { Difficulty, Level } from '../../bank/model.ts';
import { renderSeconds } from './render-time.ts';
import type { AnswerTexts } from '../../shared/answer.ts';

export type PageStrings = ReturnType<typeof pageStrings>;

/** Every text of the answer page that does not come from the bank; data, for a thread renders it. */
export function pageStrings() {
  const { t } = vscode.l10n;
  const levels: Record<Level, string> = {
    junior: t('Junior'),
    mid: t('Mid'),
    senior: t('Senior'),
  };
  const difficulties: Record<Difficulty, string> = {
    easy: t('Easy'),
    medium: t('Medium'),
    hard: t('Hard'),
    devilish: t('Devilish'),
  };
  const texts: AnswerTexts = {
    right: t('Right'),
    wrong: t('Not right'),
    copied: t('Copied'),
    ticked: t('{0} of {1} ticked', '{0}', '{1}'),
    questionStates: { new: t('New'), started: t('Started'), done: t('Done') },
    bookmark: { off: t('Bookmark'), on: t('Bookmarked') },
    linkCopied: t('Link copied'),
    noteWrite: t('Write a Note'),
    noteEdit: t('Edit Note'),
    noteSave: t('Save'),
    noteSaveMine: t('Save Mine'),
    noteSaved: t('Note saved'),
    noteTooLong: t(
      'A note has room for {1} characters, and this one has {0}. Shorten it to save it.',
      ...['{0}', '{1}'],
    ),
    snippetStates: { new: t('Not tried'), tried: t('Tried'), solved: t('Solved') },
  };
  return {
    levels,
    difficulties,
    texts,
    level: t('Level'),
    progress: t('Progress'),
    minutes: t('{0} min answer · {1} min page', '{0}', '{1}'),
    onThisPage: t('On this page'),
    answer: t('Answer'),
    example: t('Example'),
    sayIt: t('Say it in the interview'),
    sayItFirst: t('Answer aloud first, in 40 to 60 seconds. Then compare.'),
    sayItReveal: t('Show how it could be said'),
    keyPoints: t('Key points'),
    keyPointsHint: t('Tick what you said, or could explain now.'),
    commonMistake: t('Common mistake'),
    inProduction: t('In production'),
    followUps: t('Follow-ups'),
    followUpsHint: t('What an interviewer may ask next.'),
    checks: t('Quick checks'),
    checksHint: t(
      'Choose an answer and see at once why it is right or wrong. On the keyboard, arrow keys move and Enter answers.',
    ),
    snippets: t('Predict what it prints'),
    snippetsHint: t('Put the lines in order, then real Node.js proves you right or wrong.'),
    related: t('Related questions'),
    copyLink: t('Copy link'),
    notes: t('Your notes'),
    notesEmpty: t(
      'What do you want to remember: your own words, an example from your work, what you forgot last time? Notes are kept with your progress, and search finds them.',
    ),
    noteLabel: t('Your note, in Markdown'),
    noteCancel: t('Cancel'),
    noteConflict: t(
      'This note was changed elsewhere while you were writing. Yours is below and not saved yet; the other one reads:',
    ),
    noteConflictEmpty: t(
      'This note was removed elsewhere while you were writing. Yours is below and not saved yet.',
    ),
    noteAppend: t('Add It to Mine'),
    noteDiscard: t('Drop What I Wrote'),
    noteKeep: t('Keep Writing'),
    noteAsk: t('What you wrote is not saved.'),
    sources: t('Sources'),
    neighbours: t('Previous and next question'),
    previous: t('Previous'),
    next: t('Next'),
    copy: t('Copy code'),
    run: t('Run'),
    predict: t('Predict'),
    runNamed: t('Run: {0}', '{0}'),
    predictNamed: t('Predict: {0}', '{0}'),
    showOutput: t('Show what it prints'),
    code: t('Code'),
    table: t('Table'),
    kinds: { cjs: t('CommonJS'), mjs: t('ES module') },
    missingTitle: t('This question is not there any more'),
    missingText: t(
      'It was renamed or removed since the page was open. Nothing of your progress is lost.',
    ),
    showList: t('Show All Questions'),
    brokenTitle: t('The questions could not be read'),
    brokenText: t(
      'Reinstalling Loopwise brings them back; the log says what is wrong. Your progress is kept apart and is safe.',
    ),
    tooLongTitle: t('This answer takes too long to show'),
    tooLongText: t(
      'Loopwise stopped trying after {0} seconds. Its Markdown makes too much work, as thousands of brackets or asterisks that nothing closes do. Nothing of your progress is lost.',
      renderSeconds,
    ),
    showLog: t('Show Log'),
    reload: t('Try Again'),
  };
}
