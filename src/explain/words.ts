import type { Task } from '../trace/model.ts';
import type { Recorded } from './recorded.ts';
import type { Pair } from './pair.ts';

/** Names callbacks as their author would: "the `setTimeout` callback of line 3 (10 ms)". */
export interface Words {
  callback(index: number): string;
  /** The same at the beginning of a sentence. */
  Callback(index: number): string;
  /** "line 3" */
  line(index: number): string;
}

/** Names for a text about a pair: two that would have the same name are told apart. */
export function wordsFor({ record, earlier, later, first, second }: Pair): Words {
  const plain = (index: number): string => nameOf(record, index);
  const twins = new Map<number, string>();
  for (const [one, other] of [
    [earlier, later],
    [first, second],
  ] as const) {
    if (one === other || plain(one) !== plain(other)) continue;
    twins.set(one, `${plain(one)} (its earlier call)`);
    twins.set(other, `${plain(other)} (its later call)`);
  }
  const name = (index: number): string => twins.get(index) ?? plain(index);
  return {
    callback: name,
    Callback: (index) => capitalised(name(index)),
    line: (index) => place(record.task(index)),
  };
}

function nameOf(record: Recorded, index: number): string {
  const { event, phase } = record.callback(index);
  if (event !== undefined) return `the \`${event}\` handler of \`process\``;
  if (index === 0) return record.trace.entry === 'mjs' ? "the module's body" : 'the script';
  const task = record.task(index);
  return phase === 'timers' ? taskName(task) + delay(task) : taskName(task);
}

function taskName(task: Task): string {
  const { api, internal, phase, site } = task;
  const of = site ? ` of line ${site.line}` : '';
  const inLine = site ? ` in line ${site.line}` : '';
  switch (phase) {
    case 'nextTick':
      return internal ? `the tick that Node.js made for \`${api}\`${inLine}` : callback(api, of);
    case 'microtask':
      if (api === 'await') return `what follows the \`await\`${inLine}`;
      if (api === 'thenable') return `the job that calls \`then\` of a promise${inLine}`;
      return handlers.has(api) ? callback(api, of) : `the promise job of \`${api}\`${inLine}`;
    case 'main':
    case 'timers':
    case 'poll':
    case 'check':
    case 'close':
    case 'exit':
      return callback(api, of);
  }
}

/** What takes a function that becomes a job; everything else makes jobs of its own. */
const handlers = new Set(['then', 'catch', 'finally', 'queueMicrotask']);

const callback = (api: string, of: string): string => `the \`${api}\` callback${of}`;

function delay({ delayMs, repeats }: Task): string {
  if (delayMs === undefined) return '';
  return repeats ? ` (every ${delayMs} ms)` : ` (${delayMs} ms)`;
}

const place = ({ site }: Task): string => (site ? `line ${site.line}` : 'an unknown line');

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
