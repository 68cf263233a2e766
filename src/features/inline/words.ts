import * as vscode from 'vscode';
import { awaitingFrames } from '../../inline/awaiting-frames.ts';
import type { AwaitingFrame } from '../../inline/awaiting-frames.ts';
import { causesOf } from '../../inline/causes.ts';
import type { Cause } from '../../inline/causes.ts';
import type { PlaceVerdict } from '../../inline/compared.ts';
import { phaseLetter } from '../../inline/phase-letter.ts';
import type { Printed } from '../../inline/printed.ts';
import type { ResultWords } from '../../inline/result-text.ts';
import type { RunResult } from '../../runner/model.ts';
import type { Phase, Trace } from '../../trace/model.ts';
import type { InlineRun } from './inline-run.ts';
import { uriOfFile } from './uri-of-file.ts';

/** What is said beside lines of code. */
export function resultWords(): ResultWords {
  return {
    blankLine: vscode.l10n.t('(blank line)'),
    predicted: (what) => vscode.l10n.t('predicted {0}', what),
    notPredicted: vscode.l10n.t('not predicted'),
    nothingPrinted: vscode.l10n.t('nothing printed here'),
    wrongFrom: (what) => vscode.l10n.t('predicted {0}, wrong from here', what),
  };
}

/** The phase with the letter that stands for it beside lines. */
export function phaseText(phase: Phase): string {
  const names: Readonly<Record<Phase, string>> = {
    main: vscode.l10n.t('main script'),
    nextTick: 'nextTick',
    microtask: vscode.l10n.t('microtask'),
    timers: 'timers',
    poll: 'poll',
    check: 'check',
    close: 'close',
    exit: 'exit',
  };
  return `${phaseLetter[phase]} (${names[phase]})`;
}

/** When a line was printed, in milliseconds since the script began, with as many digits as say something. */
export const timeText = (ms: number): string =>
  msText(ms < 10 ? ms.toFixed(2) : ms < 100 ? ms.toFixed(1) : ms.toFixed(0));

const msText = (ms: number | string): string => vscode.l10n.t('{0} ms', ms);

/**
 * How the program got to what it printed, code in backticks: what scheduled it, and of an error also what awaited
 * it. Undefined where the script itself printed it, and where that is not known.
 */
export function causesText(
  { status, uri }: InlineRun,
  { number, stream }: Printed,
): string | undefined {
  const { trace, error } = status.kind === 'over' ? status.result : {};
  const callback = trace?.lines[number - 1]?.callback;
  const scheduled = trace && callback !== undefined ? scheduledText(trace, callback) : undefined;
  const frames = stream === 'uncaught' && error ? awaitingFrames(error.stack) : [];
  const awaited =
    frames.length === 0
      ? undefined
      : vscode.l10n.t('Awaited by {0}.', frames.map((frame) => frameText(frame, uri)).join(' ← '));
  return [scheduled, awaited].filter((text) => text !== undefined).join(' ') || undefined;
}

function scheduledText(trace: Trace, callback: number): string | undefined {
  const causes = causesOf(trace, callback).map(causeText).join(' ← ');
  if (causes === '') return undefined;
  const event = trace.callbacks[callback]?.event;
  if (event === undefined) return vscode.l10n.t('Scheduled by {0}', causes);
  return event === 'unhandledRejection'
    ? vscode.l10n.t(
        'A promise was rejected and nothing handled it. What scheduled the code that rejected it is not recorded.',
      )
    : vscode.l10n.t('Called for the event {0}', causes);
}

function frameText({ name, file, line }: AwaitingFrame, entry: string): string {
  const what = name === undefined ? vscode.l10n.t('the module') : `\`${name}\``;
  // A program of no file is named without a folder.
  const isElsewhere = /[\\/]/.test(file) && uriOfFile(file) !== entry;
  if (!isElsewhere) return vscode.l10n.t('{0} on line {1}', what, line);
  const path = vscode.workspace.asRelativePath(vscode.Uri.parse(uriOfFile(file)));
  return vscode.l10n.t('{0} on line {1} of {2}', what, line, path);
}

function causeText({ api, line, delayMs }: Cause): string {
  const name = delayMs === undefined ? `\`${api}\`` : `\`${api}\` (${msText(delayMs)})`;
  return line === undefined ? name : vscode.l10n.t('{0} on line {1}', name, line);
}

/** Number, phase, time: what stands before a value. */
export function headOf({ number, phase, ms, stream }: Printed): string[] {
  return [
    String(number),
    ...(phase ? [phaseText(phase)] : []),
    ...(ms === undefined ? [] : [timeText(ms)]),
    ...(stream === 'stderr' ? ['stderr'] : []),
  ];
}

/** More numbers of one line than these say nothing more. */
const mostNumbers = 5;

/**
 * What became of what was predicted at a line, in words alone.
 * @param printed what the line printed
 */
export function placeVerdictText(
  { kind, predicted }: PlaceVerdict,
  printed: readonly Printed[],
): string {
  if (predicted.length === 0) return vscode.l10n.t('Not predicted');
  const what = predicted
    .map(({ number, text }) => (text === undefined ? `${number}` : `${number} ${text}`))
    .join(', ');
  switch (kind) {
    case 'right':
      return vscode.l10n.t('Predicted {0}: right', what);
    case 'other':
      return vscode.l10n.t('Predicted {0}: possible, this run printed another order', what);
    case 'wrong':
    case 'missed':
      return printed.length === 0
        ? vscode.l10n.t('Not right. Predicted here: {0}. Nothing was printed here.', what)
        : vscode.l10n.t('Not right. Predicted here: {0}. Printed here: {1}.', what, some(printed));
    case 'unknown':
      return vscode.l10n.t('Predicted {0}: not known', what);
  }
}

/** The numbers of lines of output. */
function some(printed: readonly Printed[]): string {
  const numbers = printed.slice(0, mostNumbers).map(({ number }) => number);
  return [...numbers, ...(printed.length > mostNumbers ? ['…'] : [])].join(', ');
}

/** How a run ended, in a few words. */
export function endText({ ended, exitCode, signal, lines, durationMs }: RunResult): string {
  switch (ended) {
    case 'exit':
      return exitCode === null
        ? vscode.l10n.t('ended by {0}', signal ?? '')
        : vscode.l10n.t('exit code {0}', exitCode);
    case 'time':
      return vscode.l10n.t('stopped after {0} s', Math.round(durationMs / 1000));
    case 'lines':
      return vscode.l10n.t('stopped after {0} lines', lines.length);
    case 'bytes':
      return vscode.l10n.t('stopped: too much output');
    case 'memory':
      return vscode.l10n.t('stopped: too much memory');
    case 'cancelled':
      return vscode.l10n.t('stopped');
  }
}

/** Why a run failed that is not of a file: for want of a neighbor or a package that a file's folder may have. */
export function withoutFileText({ inPlace, error }: RunResult): string | undefined {
  const isMissing = error !== undefined && /^Cannot find (?:module|package) '/.test(error.message);
  if (inPlace === true || !isMissing) return undefined;
  return vscode.l10n.t(
    'This code is not a file on disk, so Node.js looks for what it imports in an empty folder. Save it as a file beside what it needs, then run it again.',
  );
}

/** Said of a run on the Node.js that VS Code brings, which is chosen last. */
export const ownRuntimeText = (): string =>
  vscode.l10n.t("No other Node.js was found that can run code, so this ran on VS Code's own.");

/** Runtime, time and end of a run in one line. */
function howItRanText({ status, judged }: Pick<InlineRun, 'status' | 'judged'>): string {
  if (status.kind !== 'over') return vscode.l10n.t('Running…');
  const { result } = status;
  const ms = msText(Math.round(result.durationMs));
  const parts = [`Node.js ${result.runtime.version}`, ms, endText(result)];
  return [...(judged ? [judged.text.headline] : []), ...parts].join(' · ');
}

/** Where two runs are compared: nothing that is never twice the same. */
export function runtimeAndEnd({ status }: Pick<InlineRun, 'status'>): string {
  if (status.kind !== 'over') return vscode.l10n.t('Running…');
  const { result } = status;
  return `Node.js ${result.runtime.version} · ${endText(result)}`;
}

/** How a run went, and whether it is outdated: first, since a narrow status bar cuts off the end. */
export function runText(run: InlineRun): string {
  const text = howItRanText(run);
  if (run.status.kind !== 'over') return text;
  switch (run.stale) {
    case 'changed':
      return vscode.l10n.t('Outdated: the code has changed · {0}', text);
    case 'earlier':
      return vscode.l10n.t('Outdated: a later run could not start · {0}', text);
    case undefined:
      return text;
  }
}
