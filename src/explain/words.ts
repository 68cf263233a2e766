import type { Task } from '../trace/model.ts';
import type { Recorded } from './recorded.ts';

/** Names callbacks as their author would: "the `setTimeout` callback of line 3". */
export interface Words {
  /** With its delay, if it is a timer's. */
  callback(index: number): string;
  /** The same at the beginning of a sentence. */
  Callback(index: number): string;
  /** "line 3"; "the same line" when the name before was of that line too. */
  line(index: number): string;
}

export function wordsFor(record: Recorded): Words {
  const name = (index: number): string => {
    const { event, phase } = record.callback(index);
    if (event !== undefined) return `the \`${event}\` handler of \`process\``;
    if (index === 0) return record.trace.entry === 'mjs' ? "the module's body" : 'the script';
    return taskName(record.task(index)) + (phase === 'timers' ? delay(record.task(index)) : '');
  };
  return {
    callback: name,
    Callback: (index) => capitalised(name(index)),
    line: (index) => place(record.task(index)),
  };
}

function taskName(task: Task): string {
  const { api, internal, site, phase } = task;
  const of = site ? ` of line ${site.line}` : '';
  if (api === 'await')
    return site ? `what follows the \`await\` in line ${site.line}` : 'what follows an `await`';
  if (phase === 'nextTick' && internal) return `the tick that Node.js made for \`${api}\`${of}`;
  if (phase === 'microtask' && internal) return `a promise job of Node.js itself${of}`;
  if (phase === 'close') return `the close callback${of || ` of \`${api}\``}`;
  return `the \`${api}\` callback${of}`;
}

function delay({ delayMs, repeats }: Task): string {
  if (delayMs === undefined) return '';
  return repeats ? ` (every ${delayMs} ms)` : ` (${delayMs} ms)`;
}

const place = ({ site }: Task): string =>
  site ? `line ${site.line}` : 'a place that is not known';

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
