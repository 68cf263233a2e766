/**
 * What Node itself prints on stderr when it dies, cut from the end of what was printed there. It
 * repeats the error, which the result already has as an error, between paths and addresses.
 */
export interface CutText {
  /** What was printed before it. */
  readonly before: string;
  readonly report: string;
}

/** The report of an error that nobody caught. Starts with `file:line` and source, or the stack. */
export function cutErrorReport(text: string): CutText {
  const report = /(?:^|\n)(?:\/|\\|[A-Za-z]:[\\/]|file:|node:|snippet\.)[^\n]*:\d+\n/.exec(text);
  if (report !== null) return cut(text, report.index);
  const trailer = /\n\nNode\.js v\d/.exec(text);
  return trailer === null ? { before: text, report: '' } : { before: '', report: text };
}

/** Node 22 and later say where a program stands that ends with exit code 13. */
export function cutUnsettledAwait(text: string): CutText {
  const start = /(?:^|\n)Warning: Detected unsettled top-level await at /.exec(text)?.index;
  return start === undefined ? { before: text, report: '' } : cut(text, start);
}

/**
 * The stack dump of `process.abort()` or of a heap that is full, if it is the program's own: one of a
 * child process that died stays where it was printed.
 * @param pid of the program
 * @param named only a report that names it is its own: another reason for its end is known
 */
export function cutCrashReport(text: string, pid: number, named = false): CutText {
  const start = lastCrashReport(text);
  if (start === undefined) return { before: text, report: '' };
  const found = cut(text, start);
  // The list of the last collections names the process in each line.
  const isOthers = (named || found.report.includes(lists)) && !found.report.includes(`\n[${pid}:`);
  return isOthers ? { before: text, report: '' } : found;
}

const lists = '<--- Last few GCs';

/** What a report is made of, in this order; each of its parts may be missing. */
const parts = ['# Fatal error', lists, 'FATAL ERROR:', '----- Native stack trace'];

function lastCrashReport(text: string): number | undefined {
  const found: { readonly index: number; readonly rank: number }[] = [];
  const heading = /^(?:# Fatal error|<--- Last few GCs|FATAL ERROR:|----- Native stack trace)/gm;
  for (const match of text.matchAll(heading)) {
    found.push({ index: match.index, rank: parts.indexOf(match[0]) });
  }
  let at = found.length - 1;
  while (at > 0 && (found[at - 1]?.rank ?? 0) < (found[at]?.rank ?? 0)) at--;
  const start = found[at]?.index;
  // A line with nothing but a mark is above the first heading.
  return start !== undefined && text.startsWith('#\n#', start - 2) ? start - 2 : start;
}

/** Reads each line once, however long it is. */
export const isOutOfMemory = (report: string): boolean =>
  report.split('\n').some((line) => {
    const text = line.toLowerCase();
    return line.startsWith('FATAL ERROR: ')
      ? text.includes('allocation failed') || text.includes('heap out of memory')
      : /^# Fatal (?:JavaScript|process) /.test(line) && text.includes('out of memory');
  });

function cut(text: string, index: number): CutText {
  const before = withoutBreaks(text.slice(0, index));
  return { before: before === '' ? '' : `${before}\n`, report: text.slice(index) };
}

function withoutBreaks(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\n') end--;
  return text.slice(0, end);
}
