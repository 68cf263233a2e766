import type { Callback, Task } from '../trace/model.ts';
import type { Recorded } from './recorded.ts';
import type { Pair } from './pair.ts';

/** Names callbacks as their author would: "the `setTimeout` callback of line 3 (10 ms)". */
export interface Words {
  callback(index: number): string;
  /** What was scheduled, where two of its calls need not be told apart. */
  thing(index: number): string;
  /** `callback` at the beginning of a sentence. */
  Callback(index: number): string;
  /** "line 3" */
  line(index: number): string;
}

/** Names for a text about a pair: what would have the same name is told apart. */
export function wordsFor({ record, earlier, later, first, second }: Pair): Words {
  const named = [earlier, later, first, second];
  const all = new Set([...named, ...named.map((index) => record.origin(index))]);
  const name = (index: number): string => {
    const plain = nameOf(record, index);
    const others = [...all].filter((other) => other !== index);
    const twins = others.filter((other) => nameOf(record, other) === plain);
    if (twins.length === 0) return plain;
    const column = record.task(index).site?.column;
    if (twins.every((twin) => record.task(twin).site?.column !== column)) {
      return nameOf(record, index, true);
    }
    return plain + mark(record, index, twins);
  };
  return {
    callback: name,
    thing: (index) => nameOf(record, index),
    Callback: (index) => capitalised(name(index)),
    line: (index) => place(record.task(index)),
  };
}

/** What tells a callback from others of its name and place: what it prints, else its turn. */
function mark(record: Recorded, index: number, twins: readonly number[]): string {
  const printed = firstLine(record, index);
  if (printed !== undefined && twins.every((twin) => firstLine(record, twin) !== printed)) {
    return `, the one that prints \`${printed}\``;
  }
  const calls = [...twins, index].sort((one, other) => one - other);
  return ` (${ordinals[calls.indexOf(index)] ?? 'a later'} of ${calls.length} calls)`;
}

const ordinals = ['the first', 'the second', 'the third', 'the fourth', 'the fifth', 'the sixth'];

const longestQuote = 40;

function firstLine(record: Recorded, index: number): string | undefined {
  const text = record.trace.lines.find(({ callback }) => callback === index)?.text;
  if (text === undefined || text === '' || text.includes('`')) return undefined;
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
}

/** @param exact with the column */
function nameOf(record: Recorded, index: number, exact = false): string {
  const { event, phase } = record.callback(index);
  if (event !== undefined) return `the \`${event}\` handler of \`process\``;
  if (index === 0) return record.trace.entry === 'mjs' ? "the module's body" : 'the script';
  if (record.callback(index).outside === true) {
    const prints = firstLine(record, index) !== undefined;
    return prints ? 'a callback that the engine called' : 'a task of the engine itself';
  }
  const task = record.task(index);
  const name = taskName(task, phase, exact);
  return phase === 'timers' ? name + delay(task) : name;
}

function taskName(task: Task, phase: Callback['phase'], exact: boolean): string {
  const { api, internal, site } = task;
  const where = site && `line ${site.line}${exact ? `, column ${site.column}` : ''}`;
  const of = where ? ` of ${where}` : '';
  const inLine = where ? ` in ${where}` : '';
  if (api === 'Node.js') return `${ownOfNode[phase] ?? 'a callback of Node.js itself'}${inLine}`;
  switch (phase) {
    case 'nextTick':
      return internal ? `the tick that Node.js made for \`${api}\`${inLine}` : callback(api, of);
    case 'microtask':
      if (api === 'await') return `what follows the \`await\`${inLine}`;
      if (api === 'thenable') return `the job that calls \`then\` of a promise${inLine}`;
      return handlers.has(api) ? callback(api, of) : `the promise job of \`${api}\`${inLine}`;
    case 'close':
      return `the close callback of \`${api}\`${inLine}`;
    case 'main':
    case 'timers':
    case 'poll':
    case 'check':
    case 'exit':
      return callback(api, of);
  }
}

const ownOfNode: Partial<Record<Callback['phase'], string>> = {
  nextTick: 'a tick of Node.js itself',
  microtask: 'a promise job of Node.js itself',
};

/** What takes a function that becomes a job; everything else makes jobs of its own. */
const handlers = new Set(['then', 'catch', 'finally', 'queueMicrotask']);

const callback = (api: string, of: string): string => `the \`${api}\` callback${of}`;

function delay({ delayMs, repeats, refreshed }: Task): string {
  if (delayMs === undefined) return '';
  if (refreshed) return ` (${delayMs} ms, refreshed)`;
  return repeats ? ` (every ${delayMs} ms)` : ` (${delayMs} ms)`;
}

const place = ({ site }: Task): string => (site ? `line ${site.line}` : 'another file');

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
