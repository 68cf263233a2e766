import { l10n } from 'vscode';
import type { Phase } from '../../trace/model.ts';

/** Where a line was printed, in a word or two: the names that a timeline gives its lanes. */
export const phaseNames = (): Readonly<Record<Phase, string>> => ({
  main: l10n.t('main'),
  nextTick: l10n.t('nextTick'),
  microtask: l10n.t('microtasks'),
  timers: l10n.t('timers'),
  poll: l10n.t('poll'),
  check: l10n.t('check'),
  close: l10n.t('close'),
  exit: l10n.t('exit'),
});
