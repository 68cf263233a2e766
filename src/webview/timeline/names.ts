import type { Task, TracedLine } from '../../shared/timeline.ts';
import type { LineTexts } from '../../shared/predict-texts.ts';
import type { TimelineTexts } from '../../shared/timeline-texts.ts';
import { fill } from '../../shared/fill.ts';
import { visibleText } from '../common/visible-text.ts';
import type { Item, RunView } from './run-view.ts';

/** What scheduled a task, as a name: `setTimeout 10 ms`. */
export function taskName(task: Task, texts: TimelineTexts): string {
  if (task.id === 0) return texts.mainScript;
  if (task.delayMs === undefined) return task.api;
  return fill(texts.delayed, task.api, fill(texts.milliseconds, rounded(task.delayMs)));
}

/** The same with its place: `setTimeout 10 ms (line 4)`. */
export function taskPlaceName(task: Task, texts: TimelineTexts): string {
  const name = taskName(task, texts);
  return task.site ? fill(texts.nameAtLine, name, task.site.line) : name;
}

/** What a box is: the script, what scheduled its callback, an event, or a thread of its own. */
export function itemName({ callback, task, lines }: Item, view: RunView, texts: TimelineTexts) {
  if (!callback) {
    const [line] = lines;
    const from = line === undefined ? undefined : view.trace.lines[line]?.from;
    return from === 'process' ? texts.process : texts.worker;
  }
  if (callback.event !== undefined) return fill(texts.eventName, callback.event);
  return task ? taskName(task, texts) : texts.mainScript;
}

export function itemPlaceName(item: Item, view: RunView, texts: TimelineTexts): string {
  const name = itemName(item, view, texts);
  const line = item.task?.site?.line;
  return line === undefined ? name : fill(texts.nameAtLine, name, line);
}

/** A printed line as one piece of plain text, with a label when it is not stdout. */
export function lineText({ stream, text }: TracedLine, texts: LineTexts, longest = 200): string {
  const cut = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
  const seen = visibleText(cut)
    .map((segment) => segment.text)
    .join('');
  if (stream === 'stdout') return seen === '' ? texts.blankLine : seen;
  const label = {
    stderr: texts.streamStderr,
    uncaught: texts.streamUncaught,
    exit: /^\d+$/.test(text) ? texts.streamExitCode : texts.streamExitSignal,
  }[stream];
  return `${label} ${seen === '' ? texts.blankLine : seen}`;
}

/** What is said of a wait, the longest first. */
export function waitLabels(ms: number, texts: TimelineTexts): string[] {
  return [texts.waits, texts.milliseconds].map((text) => fill(text, rounded(ms)));
}

/** Milliseconds as people read them: no more digits than matter. */
export function rounded(ms: number): number {
  return ms >= 10 ? Math.round(ms) : Math.round(ms * 10) / 10;
}
