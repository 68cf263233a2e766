import { l10n } from 'vscode';
import type { RunsTexts } from '../../shared/runs-texts.ts';
import { lineTexts, originTexts } from '../ui/texts.ts';

/** The page's words in the user's language. */
export function pageTexts(): RunsTexts {
  return { ...lineTexts(), ...actionTexts(), ...orderTexts(), ...nodeTexts() };
}

function actionTexts() {
  return {
    runMany: l10n.t('Run {0} Times'),
    runEverywhere: l10n.t('Run on Every Node.js'),
    runs: l10n.t('Runs'),
    cancel: l10n.t('Cancel'),
    predict: l10n.t('Predict It'),
    selectRuntime: l10n.t('Select Node.js…'),
    manageTrust: l10n.t('Manage Workspace Trust'),
    changeLimit: l10n.t('Change This Limit'),
    idle: l10n.t('Nothing has run since this page was reopened.'),
    progressMany: l10n.t('{0} of {1} runs'),
    progressEverywhere: l10n.t('{0} of {1} runs'),
    looking: l10n.t('Looking for Node.js…'),
    stopped: l10n.t('Stopped after {0} of {1} runs.'),
    troubles: {
      noNode: l10n.t('No Node.js was found'),
      folder: l10n.t("Couldn't write the snippet to disk"),
      unfit: l10n.t("Node.js can't run this code"),
      unsaved: l10n.t('This Node.js runs only what is saved'),
      changed: l10n.t('The file has changed'),
      untrusted: l10n.t('This code was not run'),
      failed: l10n.t('Something went wrong'),
    },
    changedDetail: l10n.t(
      'This page shows an older text of it, which was not run. The buttons below run the new text.',
    ),
    changedMeanwhile: l10n.t(
      'The file has changed since this page was opened. These runs are of the older text.',
    ),
    changedSince: l10n.t(
      'The file has changed since this page was opened. The buttons run the new text.',
    ),
    untrustedDetail: l10n.t(
      'It comes from a folder that you have not trusted. Loopwise runs code of your workspace only when you trust it.',
    ),
  };
}

function orderTexts() {
  return {
    ordersCaption: l10n.t('The observed orders, most frequent first'),
    columnOrder: l10n.t('Printed lines'),
    columnRuns: l10n.t('Runs'),
    share: l10n.t('{0} of {1}'),
    never: l10n.t('not observed'),
    possible: l10n.t('possible'),
    impossible: l10n.t('impossible'),
    unknownStanding: l10n.t('not known'),
    impossibleHint: l10n.t('The expectation of this snippet does not allow this output.'),
    unknownHint: l10n.t("It isn't known which outputs of this code are possible."),
    openHeading: l10n.t('Why more than one order is possible'),
    noOutput: l10n.t('no output'),
    moved: l10n.t('here line {0}, in the most frequent order line {1}'),
    newLine: l10n.t('not in the most frequent order'),
    missing: l10n.t('Not printed here:'),
    linesHiddenOne: l10n.t('One more line is not shown.'),
    linesHidden: l10n.t('{0} more lines are not shown.'),
    ordersHidden: l10n.t('{0} more orders, printed by {1} runs, are not shown.'),
    cut: {
      time: l10n.t('stopped by the time limit'),
      lines: l10n.t('stopped by the line limit'),
      bytes: l10n.t('stopped after a megabyte of output'),
      memory: l10n.t('stopped by the memory limit'),
    },
    ranOn: l10n.t('Ran on Node.js {0} ({1})'),
    untraced: l10n.t('Not recorded, since recording shifts the odds of races'),
  };
}

function nodeTexts() {
  return {
    nodesCaption: l10n.t('What each Node.js printed; equal letters are equal outputs'),
    columnNode: l10n.t('Node.js'),
    kinds: { cjs: 'CommonJS', mjs: l10n.t('ES module') },
    chosen: l10n.t('in use'),
    waiting: l10n.t('waiting'),
    running: l10n.t('running'),
    failed: l10n.t("couldn't be started"),
    output: l10n.t('Output {0}'),
    outputTimes: l10n.t('{0} of {1} runs'),
    varies: l10n.t('varies from run to run'),
    outputsHeading: l10n.t('The outputs'),
    mostCommon: l10n.t('the most common'),
    notesHeading: l10n.t('Why they differ'),
    refusedHeading: l10n.t('Found, but not usable'),
    origins: originTexts(),
  };
}
