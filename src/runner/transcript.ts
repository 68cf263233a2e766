import { createLineAssembler } from '../order/output-lines.ts';
import type { OutputLine } from '../order/output.ts';
import type { PrintedLine, Step } from '../trace/recording.ts';
import type { WritePlace } from '../trace/trace-event.ts';
import { crashed } from './child-exit.ts';
import type { Exit } from './child-exit.ts';
import {
  cutCrashReport,
  cutErrorReport,
  cutUnsettledAwait,
  isOutOfMemory,
} from './crash-report.ts';
import { comparable, findUnrecorded, mergeUnrecorded } from './merge-unrecorded-output.ts';
import type { Arrival, Unrecorded, Piece } from './merge-unrecorded-output.ts';
import type { Ended, Limits, RunError, WrittenText } from './model.ts';
import type { ChildRecord, ErrorRecord } from './protocol.ts';
import { withoutRecordingFrames, withoutRecordingFramesIn } from './recording-frames.ts';
import { readErrorReport, toRunError, uncaughtText, unsettledAwait } from './run-error.ts';

/** All that a run showed, from its records and, where these are silent, from its pipes. */
export interface Transcript {
  record(record: ChildRecord): void;
  pipe(stream: Piece['stream'], text: string): void;
  readonly waitsForInput: boolean;
  /**
   * To be asked once; what comes later is left out. Takes turns with others.
   * @param exit how the child ended
   * @param cut why it was ended from outside
   */
  finish(exit: Exit, cut?: Ended | 'start'): Promise<TranscriptResult>;
}

export interface TranscriptResult {
  readonly lines: readonly PrintedLine[];
  /** What the child recorded besides, in order. */
  readonly steps: readonly Step[];
  /** The child told everything until its exit. */
  readonly whole: boolean;
  readonly error?: RunError;
  /** The text of its line, if the error is one that nobody caught. */
  readonly uncaught?: string;
  readonly outOfMemory: boolean;
  /** The limit that the shown text reached first, whichever one ended the run. */
  readonly reached?: 'lines' | 'bytes';
  /** Some lines went around `process.stdout` and `process.stderr`. */
  readonly hasUnrecorded: boolean;
}

export interface TranscriptOptions {
  readonly limits: Pick<Limits, 'lines' | 'bytes'>;
  readonly tidy: (text: string) => string;
  /** How tidied messages name the program's entry. */
  readonly entry: readonly string[];
  readonly pid: number;
  readonly onLine: (line: OutputLine, place?: WritePlace) => void;
  readonly onText?: ((written: WrittenText) => void) | undefined;
  /** The program begins to read its standard input. */
  readonly onRead?: (() => void) | undefined;
  /** The child's own cap, or the host's when that one was put out of action. */
  readonly onCap: (limit: 'lines' | 'bytes') => void;
}

/**
 * The pipes are read further than the limit, which is kept at the end: the child's own cap comes
 * first, and on stderr the record of an error may be read after the beginning of Node's report of it.
 */
const pipeSlack = { stdout: 2 ** 17, stderr: 2 ** 22 };

/** The child's own cap is lower, unless the snippet itself writes to the private pipe. */
const maxEvents = 25_000;

export function createTranscript({
  limits,
  tidy,
  entry,
  pid,
  onLine,
  onText,
  onRead,
  onCap,
}: TranscriptOptions): Transcript {
  const pieces: Piece[] = [];
  const arrivals: Record<Piece['stream'], Arrival[]> = { stdout: [], stderr: [] };
  const arrivedLength = { stdout: 0, stderr: 0 };
  const assembler = createLineAssembler();
  const lines: PrintedLine[] = [];
  const steps: Step[] = [];
  let finished = false;
  let exited = false;
  let waitsForInput = false;
  let errorRecord: ErrorRecord | undefined;
  let handled = false;
  let length = 0;
  const inside = { stdout: false, stderr: false };
  let eventsLeft = maxEvents;
  let reached: 'lines' | 'bytes' | undefined;
  // Hooks of the program's own show in stack traces, recorded or not.
  let hooks: 'none' | 'recording' | 'own' = 'none';
  const asUnrecorded = (printed: readonly PrintedLine[]) =>
    hooks === 'recording' ? withoutRecordingFrames(printed) : printed;

  const show = (shown: readonly PrintedLine[], place?: WritePlace) => {
    let isFirst = true;
    for (const line of asUnrecorded(shown)) {
      if (lines.length >= limits.lines) {
        onCap('lines');
        return;
      }
      const tidied = { ...line, text: tidy(line.text) };
      lines.push(tidied);
      onLine(
        { stream: tidied.stream, text: tidied.text },
        isFirst ? place : place && withoutValues(place),
      );
      isFirst = false;
    }
  };

  const output = (piece: Piece, place?: WritePlace) => {
    if (length > limits.bytes) {
      onCap('bytes');
      return;
    }
    length += piece.text.length;
    pieces.push(piece);
    onText?.({ stream: piece.stream, text: piece.text });
    show(
      assembler.write(piece.stream, piece.text).map((line) => printedBy(line, piece)),
      place,
    );
  };

  const withoutBreak = (line: OutputLine): PrintedLine =>
    printedBy(line, pieces.findLast(({ stream }) => stream === line.stream) ?? {});

  const findAllUnrecorded = async () => [
    ...(await findUnrecorded('stdout', pieces, arrivals.stdout)),
    ...(await findUnrecorded('stderr', pieces, arrivals.stderr)),
  ];

  /** The lines anew, with what went around the records at its place. */
  const withUnrecorded = (found: readonly Unrecorded[]): PrintedLine[] => {
    const again = createLineAssembler();
    const all: PrintedLine[] = [];
    let left = limits.bytes;
    for (const part of inParts(mergeUnrecorded(pieces, found))) {
      const written = again.write(part.stream, part.text.slice(0, left));
      for (const line of asUnrecorded(written.map((one) => printedBy(one, part)))) all.push(line);
      left -= part.text.length;
      // Millions of short lines are not read to their end.
      if (all.length > limits.lines) reached = 'lines';
      else if (left < 0) reached = 'bytes';
      if (reached !== undefined) break;
    }
    for (const line of again.end()) all.push(withoutBreak(line));
    if (all.length > limits.lines) reached = 'lines';
    return all.slice(0, limits.lines).map((line) => ({ ...line, text: tidy(line.text) }));
  };

  return {
    record(record) {
      if (finished) return;
      switch (record.kind) {
        case 'output': {
          const { stream, text, half = false } = record;
          inside[stream] = half;
          output({ stream, text: wellFormed(text), step: steps.length }, record);
          steps.push(['output', record.values ? withoutValues(record) : record]);
          break;
        }
        case 'trace':
          for (const event of record.events) {
            if (event[0] === 'hooks') hooks = 'own';
            else if (hooks === 'none') hooks = 'recording';
            if (eventsLeft-- > 0) steps.push(event);
          }
          break;
        case 'error':
          steps.push(['error', record.origin, record.handled === true]);
          handled = record.handled === true;
          errorRecord = handled ? undefined : record;
          break;
        case 'cap':
          onCap(record.limit);
          break;
        case 'stdin':
          if (!waitsForInput) onRead?.();
          waitsForInput = true;
          break;
        case 'exit':
          exited = true;
          break;
        case 'ready':
          break;
      }
    },
    pipe(stream, text) {
      if (finished) return;
      if (arrivedLength[stream] > limits.bytes + pipeSlack[stream]) {
        // Node's report of an error may be huge: the beginning is enough.
        if (errorRecord === undefined) onCap('bytes');
        return;
      }
      arrivedLength[stream] += text.length;
      arrivals[stream].push({ text: comparable(text), known: pieces.length });
    },
    get waitsForInput() {
      return waitsForInput;
    },
    async finish(exit, cut) {
      for (const stream of ['stdout', 'stderr'] as const) {
        // Nothing completes it any more; whoever reads the real stream sees that too.
        if (inside[stream]) output({ stream, text: '\uFFFD', step: steps.length - 1 });
      }
      // Node ends with this code, and without an event, when a handler of last resort throws.
      finished = true;
      const handlerFailed = handled && !exited && exit.code === 7;
      const { kept, report } = withoutCrashReport(await findAllUnrecorded(), {
        reported: errorRecord !== undefined || handlerFailed,
        crashed: crashed(exit),
        crashing: cut === 'memory',
        pid,
      });
      if (kept.length === 0) show(assembler.end().map(withoutBreak));
      errorRecord ??= handlerFailed ? readErrorReport(report) : undefined;
      const stack = errorRecord?.stack ?? '';
      const error =
        errorRecord &&
        toRunError(
          {
            ...errorRecord,
            stack: hooks === 'recording' ? withoutRecordingFramesIn(stack) : stack,
          },
          report,
          { tidy, entry },
        );
      const reason = error ?? unsettledAwait(report, { tidy, entry });
      const shown = kept.length === 0 ? lines : withUnrecorded(kept);
      return {
        lines: shown,
        steps,
        whole: exited,
        ...(reason && { error: reason }),
        ...(error && { uncaught: uncaughtText(error) }),
        outOfMemory: crashed(exit) && isOutOfMemory(report),
        hasUnrecorded: kept.length > 0,
        ...(reached !== undefined && { reached }),
      };
    },
  };
}

/** Values are told with the first line of a write alone; a trace has none. */
function withoutValues({ values: _, ...place }: WritePlace): WritePlace {
  return place;
}

/** Long text in parts of some lines, so that a limit is noticed soon. */
function* inParts(pieces: readonly Piece[]): Generator<Piece> {
  for (const piece of pieces) {
    if (piece.text.length <= partLength) yield piece;
    else {
      for (let at = 0; at < piece.text.length; at += partLength) {
        yield { ...piece, text: piece.text.slice(at, at + partLength) };
      }
    }
  }
}

const partLength = 2 ** 14;

const printedBy = (line: OutputLine, { step }: Pick<Piece, 'step'>): PrintedLine => ({
  ...line,
  ...(step !== undefined && { step }),
});

/** Half a surrogate pair reaches a real stream as the replacement character. */
const wellFormed = (text: string) => text.toWellFormed();

interface Death {
  /** Node reported an error that ended the program. */
  readonly reported: boolean;
  readonly crashed: boolean;
  /** The limit on memory ended it, which may be while Node reports that its heap is full. */
  readonly crashing: boolean;
  readonly pid: number;
}

/** Takes Node's last words from the end of stderr. */
function withoutCrashReport(
  found: readonly Unrecorded[],
  { reported, crashed, crashing, pid }: Death,
) {
  const last = found.find(({ stream, last }) => stream === 'stderr' && last);
  if (last === undefined) return { kept: found, report: '' };
  const crash =
    crashed || crashing
      ? cutCrashReport(last.text, pid, crashing)
      : { before: last.text, report: '' };
  const cut = reported ? cutErrorReport(crash.before) : cutUnsettledAwait(crash.before);
  const kept = found.flatMap((entry) => {
    if (entry !== last) return [entry];
    return cut.before === '' ? [] : [{ ...entry, text: cut.before }];
  });
  return { kept, report: cut.report + crash.report };
}
