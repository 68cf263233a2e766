import { pathToFileURL } from 'node:url';
import * as vscode from 'vscode';
import type { Problem } from '../../bank/material.ts';
import { testsOf, type PracticeTest } from '../../bank/practice-tests.ts';
import { exportLine, placeOf } from '../../practice/failure-place.ts';
import type { Outcome, Outcomes, Stop, Unloaded } from '../../practice/outcomes.ts';
import type { Failure } from '../../practice/protocol.ts';
import { settings } from '../settings/settings.ts';
import { documentOf } from './read-only-documents.ts';

/** A run of one problem that is over. */
export interface FinishedRun {
  readonly problem: Problem;
  readonly item: vscode.TestItem;
  /** Where the user's code is, and its text as it ran. */
  readonly file: vscode.Uri;
  readonly code: string;
  readonly outcomes: Outcomes;
}

/** Tells the Test Explorer what became of the tests that were asked for. @param wanted names of tests */
export function reportRun(
  run: vscode.TestRun,
  finished: FinishedRun,
  wanted: ReadonlySet<string>,
): void {
  const { problem, item, outcomes } = finished;
  const items = new Map([...item.children].map(([, test]) => [test.label, test]));
  for (const { test, text } of outcomes.printed) {
    run.appendOutput(text.replace(/\r?\n/g, '\r\n'), undefined, items.get(test ?? '') ?? item);
  }
  if (outcomes.broken) {
    run.errored(item, messageOf(outcomes.broken, finished, undefined));
    return;
  }
  if (outcomes.unloaded) {
    const message = unloadedText(outcomes.unloaded);
    run.errored(item, messageOf({ message, stack: '' }, finished, undefined));
    return;
  }
  for (const test of testsOf(problem)) {
    const shown = items.get(test.name);
    const outcome = outcomes.tests.get(test.name);
    if (!shown || !outcome || !wanted.has(test.name)) continue;
    reportTest(run, shown, outcome, (failure) => messageOf(failure, finished, test));
  }
}

function reportTest(
  run: vscode.TestRun,
  item: vscode.TestItem,
  outcome: Outcome,
  message: (failure: Failure) => vscode.TestMessage,
): void {
  switch (outcome.kind) {
    case 'passed': {
      run.passed(item, outcome.ms);
      return;
    }
    case 'failed': {
      run.failed(item, message(outcome.failure), outcome.ms);
      return;
    }
    case 'unsettled': {
      run.failed(item, message({ message: unsettledText(), stack: '' }));
      return;
    }
    case 'exited': {
      run.failed(item, message({ message: exitedText(), stack: '' }));
      return;
    }
    case 'stopped': {
      run.errored(item, message({ message: stoppedText(outcome.by), stack: '' }));
      return;
    }
    case 'notRun': {
      run.skipped(item);
      return;
    }
  }
}

const unsettledText = (): string =>
  vscode.l10n.t('The test never finished: it waits for a promise that nothing settles.');

const exitedText = (): string => vscode.l10n.t('Your code ended the process during this test.');

/** Why a file never finished loading, so that no test ran. */
function unloadedText(unloaded: Unloaded): string {
  if (unloaded.kind === 'unsettled') {
    return vscode.l10n.t(
      'No test ran: your file never finished loading. It waits at its top level for a promise that nothing settles.',
    );
  }
  if (unloaded.kind === 'exited') {
    return vscode.l10n.t('No test ran: the process ended before the first test began.');
  }
  switch (unloaded.by) {
    case 'time':
      return vscode.l10n.t(
        'No test ran: your file was still loading after {0} s, the time limit in the settings, and was stopped. Look for a loop or a wait at its top level that never ends.',
        settings.timeLimitSeconds(),
      );
    case 'memory':
      return vscode.l10n.t(
        'No test ran: your file was stopped at {0} MB, the memory limit in the settings, while it was loading.',
        settings.memoryLimitMb(),
      );
    case 'lines':
    case 'bytes':
      return vscode.l10n.t(
        'No test ran: your file was stopped while it was loading because it printed too much.',
      );
  }
}

function stoppedText(by: Stop): string {
  switch (by) {
    case 'time':
      return vscode.l10n.t(
        'This test was still running after {0} s, the time limit in the settings, and was stopped. Look for a loop or a wait that never ends.',
        settings.timeLimitSeconds(),
      );
    case 'memory':
      return vscode.l10n.t(
        'This test was stopped at {0} MB, the memory limit in the settings. Look for something that grows without limit.',
        settings.memoryLimitMb(),
      );
    case 'lines':
    case 'bytes':
      return vscode.l10n.t('This test was stopped because it printed too much.');
  }
}

/** With the place at which it is shown, and both values where there are two. */
function messageOf(
  failure: Failure,
  { problem, file, code }: FinishedRun,
  test: PracticeTest | undefined,
): vscode.TestMessage {
  const { message: text, stack, expected, actual } = failure;
  const message =
    expected !== undefined && actual !== undefined
      ? vscode.TestMessage.diff(text, expected, actual)
      : new vscode.TestMessage(text);
  const at = (uri: vscode.Uri, line: number, column = 1): vscode.Location =>
    new vscode.Location(uri, new vscode.Position(line - 1, column - 1));
  const place = placeOf(stack, fileUrl(file), test);
  if (place?.file === 'code') message.location = at(file, place.line, place.column);
  // The code of a hidden test stays hidden: what fails it is what the file exports.
  else if (!test || test.hidden) message.location = at(file, exportLine(code));
  else
    message.location = at(documentOf(problem, 'tests'), place?.line ?? test.first, place?.column);
  return message;
}

/** As Node.js writes it: VS Code encodes other characters of an address. */
const fileUrl = (file: vscode.Uri): string => pathToFileURL(file.fsPath).href;
