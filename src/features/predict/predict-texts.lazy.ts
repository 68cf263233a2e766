import { l10n } from 'vscode';
import type { PredictTexts } from '../../shared/predict-texts.ts';
import { orderingTexts } from '../ui/ordering-texts.ts';
import { originTexts } from '../ui/texts.ts';

/** The page's words in the user's language. */
export function pageTexts(): PredictTexts {
  return { ...orderingTexts(), ...predictionTexts(), ...resultTexts(), ...troubleTexts() };
}

function predictionTexts() {
  return {
    heading: l10n.t('What does it print?'),
    typedHint: l10n.t(
      'Type what goes to stderr as it is. Write an error that ends the program as "Uncaught TypeError: …", and then its exit code as "exit code 1".',
    ),
    typedOnly: l10n.t('The lines of this code are not known before it runs, so they are typed.'),
    predictNothing: l10n.t('I predict no output'),
    checking: l10n.t('Checking…'),
    run: l10n.t('Run Without Predicting'),
    running: l10n.t('Running…'),
    cancel: l10n.t('Cancel'),
    terminal: l10n.t('The program is reading standard input'),
    terminalLog: l10n.t('Output so far'),
    terminalCut: l10n.t('Earlier output is not shown here.'),
    inputLabel: l10n.t('Standard input'),
    inputHint: l10n.t(
      'Enter sends what you typed, Shift+Enter adds a line, Ctrl+D in the empty field ends the input. The time limit is paused until the input ends.',
    ),
    inputEnded: l10n.t('The input has ended. The time limit applies again.'),
    endInput: l10n.t('End Input'),
    emptyCards: l10n.t('Place at least one line in your order, then check it.'),
    emptyTyped: l10n.t(
      'Type at least one line, or choose "I predict no output", then check your prediction.',
    ),
  };
}

function resultTexts() {
  return {
    exact: l10n.t('Exactly right'),
    exactDetail: l10n.t('Node.js printed what you predicted, line by line.'),
    shortNote: l10n.t(
      'You typed a short form of what Node.js prints itself. Its full text is longer and shown under "This run".',
    ),
    rightTry: l10n.t('You got it on try {0}.'),
    notYet: l10n.t('Not right yet'),
    notYetDetail: l10n.t(
      "On this Node.js, the program can't print that. Change your prediction and check it again, or take a hint.",
    ),
    whichLine: l10n.t('Which Line Is Wrong?'),
    reveal: l10n.t('Show What It Prints'),
    possible: l10n.t('Possible'),
    possibleDetail: l10n.t(
      'Your order is possible, though this run printed another one. That counts as solved.',
    ),
    possibleRace: l10n.t(
      'This run printed another order. {0} and {1} race, so yours is possible too.',
    ),
    possibleSeen: l10n.t('This run printed another order, and another run printed yours.'),
    wrong: l10n.t('Wrong from line {0}'),
    wrongDetail: l10n.t('You predicted {0} here.'),
    wrongNever: l10n.t('You predicted {0} here, which is never printed.'),
    wrongEnd: l10n.t('Your prediction ends here, and the program prints more.'),
    possibleHereOne: l10n.t('Only {0} can be printed here.'),
    possibleHere: l10n.t('{0} can be printed here.'),
    orEnd: l10n.t('The program could also have stopped printing here.'),
    onlyEnd: l10n.t('Nothing more can be printed here.'),
    printedHere: l10n.t('The program printed {0} here.'),
    printedBefore: l10n.t('Every run prints {0} first.'),
    nearCase: l10n.t('Only the case of letters differs.'),
    nearQuotes: l10n.t('Only the quotes differ.'),
    nearBlanks: l10n.t('Only the spaces differ.'),
    nearSpelling: l10n.t('Only case, spaces or quotes differ.'),
    nearExit: l10n.t('The exit code differs.'),
    or: l10n.t('or'),
    unknown: l10n.t("Couldn't be judged"),
    unknownTruncatedOne: l10n.t(
      'The run was cut short after one line. What it would have printed next is not known.',
    ),
    unknownTruncated: l10n.t(
      'The run was cut short after {0} lines. What it would have printed next is not known.',
    ),
    unknownOrders: l10n.t(
      'This snippet has so many possible orders that checking yours would take too long. Below is what this run printed.',
    ),
    unknownOther: l10n.t('Not what this run printed'),
    unknownRace: l10n.t(
      'This run printed {0} before {1}, and these two race. What the program prints in another order can depend on more than a recording shows.',
    ),
    unknownPair: l10n.t(
      'This run printed {0} before {1}, but its record does not show that every run does. Another run may print them in the other order.',
    ),
    unknownLines: l10n.t(
      "Parts of this program race, so another run may print other lines or another order. One run can't tell whether yours is possible.",
    ),
    unknownUnrecorded: l10n.t(
      "This run couldn't be recorded completely, so it isn't known whether another run can print what you predicted.",
    ),
    unknownTry: l10n.t('Run it many times: an order that was printed once counts as possible.'),
    unknownOutside: l10n.t(
      'This run printed something that the author of the snippet did not foresee. The mistake is in the snippet, not in your prediction.',
    ),
    syntax: l10n.t('This code has a syntax error'),
    syntaxDetail: l10n.t('{0} (line {1})'),
    output: l10n.t('What this run printed'),
    outputNone: l10n.t('This run printed nothing'),
    rowsCaption: l10n.t('Your prediction and this run, line by line'),
    columnLine: l10n.t('Line'),
    columnPrediction: l10n.t('Your prediction'),
    columnRun: l10n.t('This run'),
    columnMark: l10n.t('Comparison'),
    markSame: l10n.t('same'),
    markShort: l10n.t('same, in short'),
    markPrintedAt: l10n.t('printed as line {0}'),
    markPrintedAtMany: l10n.t('printed as lines {0}'),
    markPredictedAt: l10n.t('predicted as line {0}'),
    markPredictedAtMany: l10n.t('predicted as lines {0}'),
    markCase: l10n.t('same except for case'),
    markQuotes: l10n.t('same except for quotes'),
    markBlanks: l10n.t('same except for spaces'),
    markSpelling: l10n.t('nearly the same text'),
    markExit: l10n.t('different exit code'),
    markDiffers: l10n.t('differs'),
    markMissing: l10n.t('not predicted'),
    markNever: l10n.t('never printed'),
    markExtra: l10n.t('not printed'),
    markUnknown: l10n.t('not known'),
    markTooEarly: l10n.t('wrong: too early'),
    noLine: l10n.t('no line'),
    whyShow: l10n.t('Show why between the lines'),
    whyWrong: l10n.t('Where the order breaks'),
    whyAlways: l10n.t('{0} is always printed before {1}.'),
    whyThisRun: l10n.t('{0} was printed before {1} in this run.'),
    whyRace: l10n.t('race'),
    whyUnknown: l10n.t('not certain'),
    whyQuestion: l10n.t('Learn: {0}'),
    whyLine: l10n.t('Line {0}'),
    recordedOther: l10n.t(
      'The recorded run printed something else, shown here. Recording takes time and can change how a race turns out, or values such as async IDs. The timeline and its reasons belong to that run.',
    ),
    recordedOutput: l10n.t('What the recorded run printed'),
    ranOnce: l10n.t(
      'This code may reach outside itself, for example to files or standard input, so it ran only once, while being recorded. Recording can change how a race turns out, or values such as async IDs.',
    ),
    timelineNone: l10n.t("This run couldn't be recorded, so it has no timeline."),
    timelineGone: l10n.t('The timeline is gone after a reload. It needs a new run.'),
    timelinePart: l10n.t(
      'This run took so long that only its beginning was recorded. The timeline ends there.',
    ),
    runManyTimes: l10n.t('Run Many Times'),
    runEverywhere: l10n.t('Run on Every Node.js'),
    anotherLikeThis: l10n.t('Make Another Like This'),
    teaches: l10n.t('What it teaches'),
    race: l10n.t('Why more than one order is possible:'),
    tryAgain: l10n.t('Try Again'),
    runAgain: l10n.t('Run Again'),
    predict: l10n.t('Predict It'),
    nextUnsolved: l10n.t('Next Unsolved'),
    openQuestion: l10n.t('Open Question'),
    ranOn: l10n.t('Ran on Node.js {0} ({1}) in {2} ms'),
    ranExit: l10n.t('exit code {0}'),
    ranSignal: l10n.t('ended by {0}'),
    origins: originTexts(),
  };
}

function troubleTexts() {
  return {
    endedTime: l10n.t(
      'The snippet was still running after {0} seconds, so it was stopped. Below is what it printed until then.',
    ),
    endedInput: l10n.t(
      'The snippet waited for input, and there is none here, so it was stopped after {0} seconds.',
    ),
    endedLines: l10n.t('The snippet printed more than {0} lines, so it was stopped.'),
    endedBytes: l10n.t('The snippet printed more than a megabyte, so it was stopped.'),
    endedMemory: l10n.t('The snippet used more than {0} MB of memory, so it was stopped.'),
    changeLimit: l10n.t('Change This Limit'),
    errorAtLine: l10n.t('The error originates on line {0}.'),
    showLine: l10n.t('Show line {0} in the code'),
    missingModule: l10n.t(
      'The code runs as a single file in an empty folder. Save it as a file of your project to use the files and packages there.',
    ),
    missingInPlace: l10n.t(
      'The file runs where it is, so Node.js looked for this beside it and in the node_modules folders above.',
    ),
    deniedAccess: l10n.t(
      'This snippet may do only what it declares under "permissions", and that is not part of it.',
    ),
    linesHiddenOne: l10n.t('One more line is not shown.'),
    linesHidden: l10n.t('{0} more lines are not shown.'),
    cancelled: l10n.t('Cancelled'),
    cancelledDetail: l10n.t('The run was stopped. Your prediction is as you left it.'),
    noNode: l10n.t('No Node.js was found'),
    folder: l10n.t("Couldn't write the snippet to disk"),
    unfit: l10n.t("Node.js can't run this code"),
    unsaved: l10n.t('This Node.js runs only what is saved'),
    changed: l10n.t('The file has changed'),
    changedDetail: l10n.t(
      'This page shows an older text of it, which was not run. Your prediction is as you left it.',
    ),
    changedSince: l10n.t('The file has changed since this page was opened.'),
    showNewText: l10n.t('Show the New Text'),
    runNewText: l10n.t('Run the New Text'),
    untrusted: l10n.t('This code was not run'),
    untrustedDetail: l10n.t(
      'It comes from a folder that you have not trusted. Loopwise runs code of your workspace only when you trust it.',
    ),
    failed: l10n.t('Something went wrong'),
    chooseNode: l10n.t('Choose Node.js'),
    manageTrust: l10n.t('Manage Workspace Trust'),
  };
}
