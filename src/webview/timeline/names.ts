import * as l10n from '@vscode/l10n';
import type { Task, TracedLine } from '../../shared/timeline.ts';
import { visibleText } from '../common/visible-text.ts';
import type { Item, RunView } from './run-view.ts';

/** What scheduled a task, as a name: `setTimeout 10 ms`. */
export function taskName(task: Task): string {
  if (task.id === 0) return l10n.t('main script');
  if (task.delayMs === undefined) return task.api;
  return l10n.t('{0} {1}', task.api, l10n.t('{0} ms', rounded(task.delayMs)));
}

/** The same with its place: `setTimeout 10 ms (line 4)`. */
export function taskPlaceName(task: Task): string {
  const name = taskName(task);
  return task.site ? l10n.t('{0} (line {1})', name, task.site.line) : name;
}

/** What a box is: the script, what scheduled its callback, an event, or a thread of its own. */
export function itemName({ callback, task, lines }: Item, view: RunView) {
  if (!callback) {
    const [line] = lines;
    const from = line === undefined ? undefined : view.trace.lines[line]?.from;
    return from === 'process' ? l10n.t('child process') : l10n.t('worker thread');
  }
  if (callback.event !== undefined) return l10n.t('{0} event', callback.event);
  return task ? taskName(task) : l10n.t('main script');
}

export function itemPlaceName(item: Item, view: RunView): string {
  const name = itemName(item, view);
  const line = item.task?.site?.line;
  return line === undefined ? name : l10n.t('{0} (line {1})', name, line);
}

/** A printed line as one piece of plain text, with a label when it is not stdout. */
export function lineText({ stream, text }: TracedLine, longest = 200): string {
  const cut = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
  const seen = visibleText(cut)
    .map((segment) => segment.text)
    .join('');
  if (stream === 'stdout') return seen === '' ? l10n.t('(blank line)') : seen;
  const label = {
    stderr: l10n.t('stderr'),
    uncaught: l10n.t('Uncaught'),
    exit: /^\d+$/.test(text) ? l10n.t('exit code') : l10n.t('ended by'),
  }[stream];
  return `${label} ${seen === '' ? l10n.t('(blank line)') : seen}`;
}

/** What is said of a wait, the longest first. */
export function waitLabels(ms: number): string[] {
  const value = rounded(ms);
  return [l10n.t('waits {0} ms', value), l10n.t('{0} ms', value)];
}

/** Milliseconds as people read them: no more digits than matter. */
export function rounded(ms: number): number {
  return ms >= 10 ? Math.round(ms) : Math.round(ms * 10) / 10;
}
