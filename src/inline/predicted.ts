import { displayText, lineKey, parseDisplayText } from '../order/line-text.ts';
import type { OutputLine } from '../order/output.ts';
import type { Trace, TracedLine } from '../trace/model.ts';
import type { SourceLine } from './printed.ts';

/** One step of a prediction that is written beside the code: which line prints next, and what if that was typed. */
export interface PredictedStep {
  /** A file is named as `PredictedRun.nameOf` names it; absent for the entry. */
  readonly place: SourceLine;
  /** One line of output; without it, whatever one call at that place prints. */
  readonly text?: string;
}

/** The recorded run that a prediction is held against. */
export interface PredictedRun {
  readonly lines: readonly OutputLine[];
  readonly trace: Trace;
  /** One name for each file, whatever Node.js and the editor call it. */
  readonly nameOf: (file: string) => string;
  /** Where the error was thrown that ended the run; a file as Node.js names it. */
  readonly thrown?: SourceLine;
}

/** What stands for a step of a prediction in a comparison of texts. */
export interface ReadSteps {
  /** One text a line, as `judge` takes them. */
  readonly texts: readonly string[];
  /** For each step: which lines of the output it means, from 0; none where its place did not print (again). */
  readonly meant: readonly (readonly number[])[];
  /** For each step: the first of its lines in `texts`, and how many it has. */
  readonly from: readonly number[];
  readonly sizes: readonly number[];
}

/**
 * Puts what the run printed in the place of numbers: the nth number at a line is the nth call there that
 * printed. A call that prints through another file can be predicted at either line. What no line of code
 * can be named for, an exit code or the output of another process, is not asked for and counts as predicted
 * where it was printed.
 * @param nothing what stands for a call that did not print
 */
export function readSteps(
  steps: readonly PredictedStep[],
  run: PredictedRun,
  nothing: string,
): ReadSteps {
  const calls = callsOf(run);
  const taken = new Set<Call>();
  const found = new Map<PredictedStep, Call>();
  const take = (isAt: (call: Call, place: SourceLine) => boolean) => {
    for (const step of steps) {
      if (step.text !== undefined || found.has(step)) continue;
      const call = calls.find((one) => !taken.has(one) && isAt(one, step.place));
      if (!call) continue;
      taken.add(call);
      found.set(step, call);
    }
  };
  // A line of the entry is the more exact one: many calls go through one line of a logger.
  take(({ site }, place) => isSame(site, place));
  take(({ inner }, place) => isSame(inner, place));

  const typed = typedLines(steps, run.lines, taken);
  const meant = steps.map((step) => found.get(step)?.lines ?? typed.get(step) ?? []);
  const read = steps.map((step, at) => ({
    step: at,
    texts:
      step.text !== undefined
        ? [step.text]
        : (found.get(step)?.lines.map((line) => textOf(run.lines[line])) ?? [nothing]),
    last: meant[at]?.at(-1),
  }));
  return { ...withGiven(read, givenLines(run, calls, meant)), meant };
}

/** What one write printed. */
interface Call {
  readonly lines: readonly number[];
  readonly site?: SourceLine;
  readonly inner?: SourceLine;
}

function callsOf(run: PredictedRun): Call[] {
  const calls: (Call & { readonly lines: number[] })[] = [];
  let before: TracedLine | undefined;
  for (const at of run.lines.keys()) {
    const line = run.trace.lines[at];
    const places = placesOf(run, line);
    if (!line || (!places.site && !places.inner)) {
      before = undefined;
      continue;
    }
    if (before && isOneWrite(before, line)) calls.at(-1)?.lines.push(at);
    else calls.push({ lines: [at], ...places });
    before = line;
  }
  return calls;
}

/** Of the entry, and of the file that is nearest to the write. */
function placesOf(
  { nameOf, thrown }: PredictedRun,
  line: TracedLine | undefined,
): Pick<Call, 'site' | 'inner'> {
  if (!line || line.stream === 'exit') return {};
  const { site, inner = line.stream === 'uncaught' ? thrown : undefined } = line;
  return {
    ...(site && { site: { line: site.line } }),
    ...(inner?.file !== undefined && { inner: { file: nameOf(inner.file), line: inner.line } }),
  };
}

/** Lines of one write have one time, and two writes never do. */
const isOneWrite = (one: TracedLine, other: TracedLine): boolean =>
  one.ms !== undefined &&
  one.ms === other.ms &&
  one.stream === other.stream &&
  one.callback === other.callback &&
  one.site?.line === other.site?.line &&
  one.site?.column === other.site?.column;

const isSame = (one: SourceLine | undefined, other: SourceLine): boolean =>
  one !== undefined && one.file === other.file && one.line === other.line;

const textOf = (line: OutputLine | undefined): string => (line ? displayText(line) : '');

/** The nth typed text is the nth line that shows it, of those that no number means. */
function typedLines(
  steps: readonly PredictedStep[],
  lines: readonly OutputLine[],
  taken: ReadonlySet<Call>,
): Map<PredictedStep, readonly number[]> {
  const used = new Set([...taken].flatMap((call) => call.lines));
  const found = new Map<PredictedStep, readonly number[]>();
  for (const step of steps) {
    if (step.text === undefined) continue;
    const key = lineKey(parseDisplayText(step.text.trimEnd()), 'text');
    const at = lines.findIndex((line, place) => !used.has(place) && lineKey(line, 'text') === key);
    if (at === -1) continue;
    used.add(at);
    found.set(step, [at]);
  }
  return found;
}

/** Lines that nobody could put a number beside, and that nobody typed. */
function givenLines(
  { lines, trace }: PredictedRun,
  calls: readonly Call[],
  meant: readonly (readonly number[])[],
): { readonly at: number; readonly text: string; readonly isEnd: boolean }[] {
  const named = new Set([...calls.flatMap((call) => call.lines), ...meant.flat()]);
  return [...lines.entries()]
    .filter(([at]) => !named.has(at))
    .map(([at, line]) => ({
      at,
      text: textOf(line),
      isEnd: (trace.lines[at]?.stream ?? line.stream) === 'exit',
    }));
}

interface Piece {
  readonly step: number;
  readonly texts: readonly string[];
  /** The last line of the output that it means. */
  readonly last: number | undefined;
}

/** Puts each given line behind the one that it follows in the output; the end of the process at the end. */
function withGiven(
  read: readonly Piece[],
  given: ReturnType<typeof givenLines>,
): Omit<ReadSteps, 'meant'> {
  const pieces: Piece[] = [...read];
  for (const { at, text, isEnd } of given) {
    const before = isEnd ? pieces.length - 1 : pieces.findIndex(({ last }) => last === at - 1);
    const place = at === 0 && !isEnd ? 0 : before === -1 ? pieces.length : before + 1;
    pieces.splice(place, 0, { step: -1, texts: [text], last: at });
  }
  const texts: string[] = [];
  const from: number[] = [];
  for (const piece of pieces) {
    if (piece.step >= 0) from[piece.step] = texts.length;
    for (const text of piece.texts) texts.push(text);
  }
  return { texts, from, sizes: read.map((piece) => piece.texts.length) };
}

/** Marks a text that lines of different code print. */
export type Marker = (place: SourceLine) => string;

/**
 * The same run with what tells lines apart that show the same text and were printed by different code: a
 * prediction of lines is not right where only their texts are.
 */
export function withPlaces<Run extends PredictedRun>(run: Run, mark: Marker): Run {
  const sources = new Map<string, Set<string>>();
  const keys = run.lines.map((line, at) => {
    const key = lineKey(line, 'text');
    const source = placeOf(run, at);
    const known = sources.get(key) ?? new Set<string>();
    sources.set(key, known.add(source ? `${source.file ?? ''} ${source.line}` : ''));
    return key;
  });
  const isShared = (at: number) => (sources.get(keys[at] ?? '')?.size ?? 0) > 1;
  const marked = <Line extends OutputLine>(line: Line, at: number): Line => {
    const place = isShared(at) ? placeOf(run, at) : undefined;
    return place ? { ...line, text: `${line.text}${mark(place)}` } : line;
  };
  if (![...sources.values()].some(({ size }) => size > 1)) return run;
  return {
    ...run,
    lines: run.lines.map(marked),
    trace: { ...run.trace, lines: run.trace.lines.map(marked) },
  };
}

function placeOf(run: PredictedRun, at: number): SourceLine | undefined {
  const { site, inner } = placesOf(run, run.trace.lines[at]);
  return site ?? inner;
}
