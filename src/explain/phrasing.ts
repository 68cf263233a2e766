import type { Callback, Task } from '../trace/model.ts';
import { nodeItself } from '../trace/resource-name.ts';
import type { TraceIndex } from './trace-index.ts';
import type { Pair, Phrasing } from './rule.ts';

/** The text about a pair, in which what would have the same name is told apart. */
export function phrased(pair: Pair, text: (pair: Pair, say: Phrasing) => string): string {
  // The first pass collects what the text names: only that has to be counted.
  const named = new Set<number>();
  text(pair, phrasingFor(pair, named));
  return text(pair, phrasingFor(pair, named));
}

/** @param all that the text names; what it asks for is added */
function phrasingFor({ record }: Pair, all: Set<number>): Phrasing {
  const name = (index: number): string => {
    all.add(index);
    const plain = nameOf(record, index);
    const others = [...all].filter((other) => other !== index);
    const twins = others.filter((other) => written(nameOf(record, other)) === written(plain));
    if (twins.length === 0) return written(plain);
    const column = record.task(index).site?.column;
    if (column !== undefined && twins.every((twin) => record.task(twin).site?.column !== column)) {
      return written(plain, `column ${column}`);
    }
    return written(plain, mark(record, index, twins));
  };
  return {
    callback: name,
    thing: (index) => written(nameOf(record, index)),
    pending: (id) => written(nameOfTask(record.trace.tasks[id] ?? record.task(0))),
    Callback: (index) => capitalised(name(index)),
    place: (index) => place(record.task(index)),
  };
}

/** What tells a callback from others of its name and place: what it prints, else its turn. */
function mark(record: TraceIndex, index: number, twins: readonly number[]): string {
  const printed = firstLine(record, index);
  if (printed !== undefined && twins.every((twin) => firstLine(record, twin) !== printed)) {
    return `prints \`${printed}\``;
  }
  const calls = [...twins, index].sort((one, other) => one - other);
  return `${ordinals[calls.indexOf(index)] ?? 'a later one'} of ${calls.length}`;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

const longestQuote = 40;

function firstLine(record: TraceIndex, index: number): string | undefined {
  const text = record.trace.lines.find(({ callback }) => callback === index)?.text;
  if (text === undefined || text === '' || text.includes('`')) return undefined;
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
}

/** What is noted stands in parentheses behind the name. */
interface Name {
  readonly text: string;
  readonly notes: readonly string[];
}

function written({ text, notes }: Name, ...more: readonly string[]): string {
  const all = [...notes, ...more];
  return all.length === 0 ? text : `${text} (${all.join(', ')})`;
}

function nameOf(record: TraceIndex, index: number): Name {
  const { event, phase } = record.callback(index);
  if (event !== undefined) return { text: `the \`${event}\` handler of \`process\``, notes: [] };
  if (index === 0) {
    return { text: record.trace.entry === 'mjs' ? 'the module body' : 'the script', notes: [] };
  }
  if (record.callback(index).outside === true) {
    const prints = firstLine(record, index) !== undefined;
    return {
      text: prints ? 'a callback that the engine called' : 'a task of the engine',
      notes: [],
    };
  }
  const task = record.task(index);
  if (task.api === nodeItself) {
    const line = task.site && `line ${task.site.line}`;
    return {
      text: ownOfNode[phase] ?? 'a callback of Node.js itself',
      notes: line ? [line] : [],
    };
  }
  return nameOfTask(task, phase);
}

function nameOfTask(task: Task, phase = task.phase): Name {
  const where = task.site ? ` on line ${task.site.line}` : '';
  return { text: kindOf(task, phase) + where, notes: phase === 'timers' ? delay(task) : [] };
}

const ownOfNode: Partial<Record<Callback['phase'], string>> = {
  nextTick: 'a `process.nextTick` callback of Node.js itself',
  microtask: 'a microtask of Node.js itself',
};

function kindOf(task: Task, phase: Callback['phase']): string {
  const { api, internal, awaits } = task;
  const whose = descriptions[api] ?? (phase === 'poll' ? whatWasMade(task) : undefined);
  switch (phase) {
    case 'nextTick':
      if (!internal) return `the \`${api}\` callback`;
      return `the tick for ${eventOf(api) ?? whose ?? `\`${api}\``}`;
    case 'microtask':
      if (api === 'await') return `what follows the \`${awaits ?? api}\``;
      if (api === 'thenable') return 'the microtask that calls `then` of a thenable';
      if (api === 'module') return 'the module body';
      if (handlers.has(api)) return `the \`${api}\` callback`;
      return whose ? `the microtask of ${whose}` : `the \`${api}\` microtask`;
    case 'close':
      return `the close callback of ${whose ?? `\`${api}\``}`;
    case 'main':
    case 'timers':
      if (api.startsWith('asyncIterator.')) return 'the timer of an async iterator';
      return whose ? `the callback of ${whose}` : `the \`${api}\` callback`;
    case 'poll':
    case 'check':
    case 'exit':
      if (api === 'server connection') return 'the `connection` listener of a server';
      return whose ? `the callback of ${whose}` : `the \`${api}\` callback`;
  }
}

/**
 * A handle calls for all its events: the function that was given to the call that made it, if there was one, is only
 * one of those that run then.
 */
function whatWasMade({ api, source, connecting, pool }: Task): string | undefined {
  const [, what] = made.find(([call]) => call.test(api)) ?? [];
  if (what === undefined) return undefined;
  const isItself =
    what === 'the stream' ? source !== undefined || pool === true : source !== undefined;
  if (!isItself || (connects.test(api) && connecting === undefined)) return undefined;
  return `${what} from \`${api}\``;
}

/** The request that connects is called back too, which is what the function is given for. */
const connects = /^(?:net\.|tls\.|socket\.)/;

const made: readonly (readonly [call: RegExp, what: string])[] = [
  [
    /^(?:net|tls)\.(?:connect|createConnection)$|^socket\.connect$|^dgram\.createSocket$/,
    'the socket',
  ],
  [/^child_process\.(?:spawn|fork|exec|execFile)$|^cluster\.fork$/, 'the child process'],
  [/^fs\.create(?:Read|Write)Stream$|^zlib\.create/, 'the stream'],
  [/^https?\.(?:request|get)$|^http2\.connect$/, 'the connection'],
];

/** What takes a function that becomes a microtask; everything else makes microtasks of its own. */
const handlers = new Set(['then', 'catch', 'finally', 'queueMicrotask']);

/** "the `end` of a stream" for `stream end`, which is a word of the trace and not of the program. */
function eventOf(api: string): string | undefined {
  const event = /^(stream|server|child process|event emitter) (\w+)$/.exec(api);
  if (event === null) return undefined;
  const [, whose, name] = event;
  return `the \`${name}\` of ${whose === 'event emitter' ? 'an' : 'a'} ${whose}`;
}

/** Words of the trace that are no calls of the program. */
const descriptions: Readonly<Partial<Record<string, string>>> = {
  'asyncIterator.next': 'an async iterator',
  'asyncIterator.return': 'an async iterator',
  'asyncIterator.throw': 'an async iterator',
  Blob: 'a `Blob`',
  'child process': 'a child process',
  child_process: 'a child process',
  connection: 'a connection',
  crypto: 'a `crypto` operation',
  dns: 'a `dns` operation',
  eval: 'code that was evaluated',
  events: 'an event emitter',
  fs: 'an `fs` operation',
  http: 'an HTTP connection',
  'http request': 'an HTTP request',
  'http response': 'an HTTP response',
  'http2 session': 'an HTTP/2 session',
  net: 'a socket',
  perf_hooks: 'a performance observer',
  pipe: 'a pipe',
  readline: 'a `readline` interface',
  'server connection': 'a server',
  signal: 'a signal',
  socket: 'a socket',
  stream: 'a stream',
  timers: 'a timer',
  'web stream': 'a web stream',
  zlib: 'a `zlib` operation',
};

function delay({ delayMs, repeats, refreshed }: Task): string[] {
  if (delayMs === undefined) return [];
  if (refreshed) return [`${delayMs} ms`, 'refreshed'];
  return [repeats ? `every ${delayMs} ms` : `${delayMs} ms`];
}

const place = ({ site }: Task): string => (site ? `on line ${site.line}` : 'in another file');

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
