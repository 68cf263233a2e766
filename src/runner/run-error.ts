import type { RunError } from './model.ts';
import type { ErrorRecord } from './protocol.ts';

/** How Node's messages are read. */
export interface Reading {
  /** Leaves out what differs from run to run. */
  readonly tidy: (text: string) => string;
  /** How tidied messages name the program's entry. */
  readonly entry: readonly string[];
}

/**
 * The error as shown to the user, with its place in the entry.
 * @param crashReport what Node printed about it on stderr; the only place that knows where a syntax
 *   error in an ES module is, or where something that is not an error was thrown
 */
export function toRunError(
  { name, message, stack }: ErrorRecord,
  crashReport: string,
  { tidy, entry }: Reading,
): RunError {
  const tidyStack = tidy(stack);
  const frame = firstFrame(tidyStack, entry);
  const header =
    frame === undefined
      ? (sourceHeader(tidyStack, entry) ?? sourceHeader(tidy(crashReport), entry))
      : undefined;
  return {
    name,
    message: tidy(message),
    stack: tidyStack,
    ...(frame ?? header),
    syntax: name === 'SyntaxError' && header !== undefined,
  };
}

/**
 * The error in Node's own report, for one that no event told of. The report is the place, the source,
 * a mark below it, and then the stack, or what `inspect` makes of something that is not an error.
 */
export function readErrorReport(crashReport: string): ErrorRecord {
  const [report = ''] = crashReport.split('\n\nNode.js v', 1);
  const place = /^\n*[^\n]*:\d+\n[^\n]*\n[ \t]*\^+\n+/.exec(report);
  const text = report.slice(place?.[0].length ?? 0).trim();
  const frames = text.indexOf('\n    at ');
  const head = frames === -1 ? text : text.slice(0, frames);
  const named = /^([A-Za-z_$][\w$]*)(?: \[\w+\])?(?:: |$)/.exec(head);
  const record = { kind: 'error', origin: 'uncaughtException' } as const;
  if (frames === -1 || named === null) {
    const [thrown = ''] = text
      .replace(/^Uncaught:?\s/, '')
      .split('\n(Use `node --trace-uncaught', 1);
    return { ...record, name: '', message: thrown, stack: '' };
  }
  const [start, name = ''] = named;
  return { ...record, name, message: head.slice(start.length), stack: text };
}

/** `Name: message`, its first line only; a thrown value that is no error stands alone. */
export function uncaughtText({ name, message }: Pick<RunError, 'name' | 'message'>): string {
  const firstLine = message.split('\n', 1)[0] ?? '';
  if (name === '') return firstLine;
  return firstLine === '' ? name : `${name}: ${firstLine}`;
}

/** Why a module that waits for ever ends with code 13, in Node's words, if it said so. */
export function unsettledAwait(
  crashReport: string,
  { tidy, entry }: Reading,
): RunError | undefined {
  const match = /^Warning: (Detected unsettled top-level await) at ([^]*)/m.exec(tidy(crashReport));
  if (match === null) return undefined;
  const [, message = '', rest = ''] = match;
  return { name: 'Warning', message, stack: '', ...sourceHeader(rest, entry), syntax: false };
}

interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

function firstFrame(stack: string, entry: readonly string[]): SourcePosition | undefined {
  const match = new RegExp(`^ +at (?:.*[ (])?(?:${anyOf(entry)}):(\\d+):(\\d+)\\)?$`, 'm').exec(
    stack,
  );
  return match === null ? undefined : { line: Number(match[1]), column: Number(match[2]) };
}

/** `snippet.cjs:3`, the source line, and a caret under the place. */
function sourceHeader(text: string, entry: readonly string[]): SourcePosition | undefined {
  const header = new RegExp(`^(?:${anyOf(entry)}):(\\d+)\\r?\\n[^\\n]*\\n([ \\t]*)\\^`, 'm');
  const match = header.exec(text);
  return match === null
    ? undefined
    : { line: Number(match[1]), column: (match[2] ?? '').length + 1 };
}

const anyOf = (names: readonly string[]) =>
  names.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
