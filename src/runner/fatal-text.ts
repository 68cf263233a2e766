/**
 * What Node itself prints on stderr when it dies, cut from the end of what was printed there. It
 * repeats the error, which the result already has as an error, between paths and addresses.
 */
export interface FatalText {
  /** What stood before it. */
  readonly before: string;
  readonly fatal: string;
}

/** The report of an error that nobody caught. Starts with `file:line` and source, or the stack. */
export function cutErrorReport(text: string): FatalText {
  const report = /(?:^|\n)(?:\/|\\|[A-Za-z]:[\\/]|file:|node:|snippet\.)[^\n]*:\d+\n/.exec(text);
  if (report !== null) return cut(text, report.index);
  const trailer = /\n\nNode\.js v\d/.exec(text);
  return trailer === null ? { before: text, fatal: '' } : { before: '', fatal: text };
}

/** Node 22 and later say where a program stands that ends with exit code 13. */
export function cutUnsettledAwait(text: string): FatalText {
  const start = /(?:^|\n)Warning: Detected unsettled top-level await at /.exec(text)?.index;
  return start === undefined ? { before: text, fatal: '' } : cut(text, start);
}

/** The stack dump of `process.abort()` or of a heap that is full. */
export function cutCrashReport(text: string): FatalText {
  const dump =
    /(?:^|\n)(?:<--- Last few GCs|FATAL ERROR:|----- Native stack trace|#\n# Fatal error)/;
  const start = dump.exec(text)?.index;
  return start === undefined ? { before: text, fatal: '' } : cut(text, start);
}

export const isOutOfMemory = (fatal: string) =>
  /FATAL ERROR: .*(?:Allocation failed|heap out of memory)|# Fatal (?:JavaScript|process) .*out of memory/i.test(
    fatal,
  );

function cut(text: string, index: number): FatalText {
  const before = text.slice(0, index).replace(/\n+$/, '');
  return { before: before === '' ? '' : `${before}\n`, fatal: text.slice(index) };
}
