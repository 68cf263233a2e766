import * as vscode from 'vscode';
import type { Cause } from '../../inline/causes.ts';
import { phaseLetter } from '../../inline/phase-letter.ts';
import type { Printed } from '../../inline/printed.ts';
import type { RunResult } from '../../runner/model.ts';
import type { Phase } from '../../trace/model.ts';
import type { InlineRun } from './inline-run.ts';

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

export function causeText({ api, line, delayMs }: Cause): string {
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

/** Runtime, time and end of a run in one line. */
export function runText(run: InlineRun): string {
  if (run.status.kind !== 'over') return vscode.l10n.t('Running…');
  const { result } = run.status;
  const ms = msText(Math.round(result.durationMs));
  const text = [`Node.js ${result.runtime.version}`, ms, endText(result)].join(' · ');
  return run.stale ? vscode.l10n.t('{0} · outdated: the code has changed', text) : text;
}
