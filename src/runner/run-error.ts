import type { RunError } from './model.ts';
import type { ErrorRecord } from './protocol.ts';

/**
 * The error as shown to the user, with its place in the snippet.
 * @param fatal what Node printed about it on stderr; the only place that knows where a syntax
 *   error in an ES module is, or where something that is no error was thrown
 * @param tidy makes paths relative to the snippet's folder
 */
export function toRunError(
  { name, message, stack }: ErrorRecord,
  fatal: string,
  tidy: (text: string) => string,
): RunError {
  const tidyStack = tidy(stack);
  const frame = firstFrame(tidyStack);
  const header =
    frame === undefined ? (sourceHeader(tidyStack) ?? sourceHeader(tidy(fatal))) : undefined;
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
export function readErrorReport(fatal: string): ErrorRecord {
  const [report = ''] = fatal.split('\n\nNode.js v', 1);
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
  fatal: string,
  tidy: (text: string) => string,
): RunError | undefined {
  const match = /^Warning: (Detected unsettled top-level await) at ([^]*)/m.exec(tidy(fatal));
  if (match === null) return undefined;
  const [, message = '', rest = ''] = match;
  return { name: 'Warning', message, stack: '', ...sourceHeader(rest), syntax: false };
}

interface Place {
  readonly line: number;
  readonly column: number;
}

function firstFrame(stack: string): Place | undefined {
  const match = /^ +at .*\bsnippet\.[cm]js:(\d+):(\d+)\)?$/m.exec(stack);
  return match === null ? undefined : { line: Number(match[1]), column: Number(match[2]) };
}

/** `snippet.cjs:3`, the source line, and a caret under the place. */
function sourceHeader(text: string): Place | undefined {
  const match = /^snippet\.[cm]js:(\d+)\r?\n[^\n]*\n([ \t]*)\^/m.exec(text);
  return match === null
    ? undefined
    : { line: Number(match[1]), column: (match[2] ?? '').length + 1 };
}
