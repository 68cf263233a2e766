import type { OutputLine } from '../order/output.ts';
import type { Phase, Trace, TracedLine } from '../trace/model.ts';
import type { FileSite, ShownValue, WritePlace } from '../trace/trace-event.ts';

/** A line of output and the place of the code that printed it. */
export interface Printed extends OutputLine {
  /** Its place in the true order of all output, from 1. */
  readonly number: number;
  /** Absent when nothing tells: lines of worker threads and child processes, and exit codes. */
  readonly place?: SourceLine;
  /** Known once the run is over. */
  readonly phase?: Phase;
  /** Milliseconds since the script began. */
  readonly ms?: number | undefined;
  /** The objects that the call printed; with the first of its lines. */
  readonly values?: readonly ShownValue[];
}

/** A line of a file, from 1. */
export interface SourceLine {
  /** A path or a URL as Node names it; absent for the entry of the program. */
  readonly file?: string;
  readonly line: number;
}

/** What a run showed, as far as results beside the lines need it. */
export interface ShownRun {
  readonly lines: readonly OutputLine[];
  readonly trace?: Trace;
  /** The error that ended it; line and column are in the entry. */
  readonly error?: { readonly stack: string; readonly line?: number; readonly column?: number };
}

/** A line that has just arrived from a run that goes on. */
export function arrived(number: number, line: OutputLine, write: WritePlace = {}): Printed {
  const place = placeOf(write, write.inner);
  const { values } = write;
  return { ...line, number, ...(place && { place }), ...(values && { values }) };
}

/**
 * A line of a run that is over.
 * @param before what arrived in its place; it tells its values, and where that is when there is no record of the run
 */
export function printedLine(
  { trace, error }: ShownRun,
  line: OutputLine,
  number: number,
  before: Printed | undefined,
): Printed {
  const traced = trace?.lines[number - 1];
  const thrown = line.stream === 'uncaught' ? error && placeOfError(error) : undefined;
  const same = before && isSame(before, line) ? before : undefined;
  const values = same?.values && { values: same.values };
  if (trace && traced) return { ...ofTrace(number, traced, trace, thrown), ...values };
  const place = thrown ?? same?.place;
  return { ...line, number, ...(place && { place }), ...values };
}

function ofTrace(
  number: number,
  { stream, text, callback, site, inner, ms }: TracedLine,
  { callbacks }: Trace,
  thrown: SourceLine | undefined,
): Printed {
  const phase = callback === undefined ? undefined : callbacks[callback]?.phase;
  const place = stream === 'exit' ? undefined : (thrown ?? placeOf(site ?? {}, inner));
  return {
    ...{ number, stream, text },
    ...(place && { place }),
    ...(phase && { phase }),
    ...(ms !== undefined && { ms }),
  };
}

const isSame = (one: OutputLine, other: OutputLine) =>
  one.stream === other.stream && one.text === other.text;

function placeOf(
  { line }: { readonly line?: number },
  inner: FileSite | undefined,
): SourceLine | undefined {
  if (inner && !inner.file.startsWith('data:')) return { file: inner.file, line: inner.line };
  return line === undefined ? undefined : { line };
}

/** Where an error was thrown: the innermost call in a file of the program, whichever file that is. */
export function placeOfError({
  stack,
  line,
  column,
}: ShownRun['error'] & {}): SourceLine | undefined {
  const frame = firstFrame(stack);
  const isEntry = frame?.line === line && frame?.column === column;
  if (frame && !isEntry && isPath(frame.file)) return { file: frame.file, line: frame.line };
  return line === undefined ? undefined : { line };
}

/** Of code of the program: not of Node.js, and not of a package. */
function firstFrame(stack: string): FileSite | undefined {
  for (const frame of stack.split('\n')) {
    const [, file = '', line, column] = inParentheses.exec(frame) ?? alone.exec(frame) ?? [];
    if (file === '' || file.startsWith('node:') || isOfPackage.test(file)) continue;
    return { file, line: Number(line), column: Number(column) };
  }
  return undefined;
}

const isOfPackage = /[\\/]node_modules[\\/]/;

/** `at name (file:1:2)`; folders may have blanks in their names. */
const inParentheses = /^ +at [^(]*\((.+):(\d+):(\d+)\)$/;
const alone = /^ +at (?:async )?([^(]+):(\d+):(\d+)$/;

/** A program of no file is named in messages without its folder. */
const isPath = (file: string) => /^(?:\/|file:|[A-Za-z]:[\\/])/.test(file);
