import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { OutputLine } from '../order/output.ts';
import { readCoverage } from '../program/read-coverage.ts';
import type { Coverage, CoverageRequest } from '../program/coverage.ts';
import { buildTrace } from '../trace/build-trace.ts';
import type { Trace } from '../trace/model.ts';
import type { PrintedLine, Recording } from '../trace/recording.ts';
import { guardProcess, killGroup, killStragglers, lastProcessId } from './end-processes.ts';
import { drained, exited } from './child-exit.ts';
import { isCannotRunError } from './errors.ts';
import { fitProgram } from './fit-program.ts';
import type { FittedProgram } from './fit-program.ts';
import { openGatedChild } from './gated-child.ts';
import type { GatedChild } from './gated-child.ts';
import { readsInheritedInput } from './inherited-input.ts';
import type {
  Ended,
  Limits,
  RunnableProgram,
  RunRequest,
  RunResult,
  Runtime,
  StandardInput,
} from './model.ts';
import { readInTurns } from './read-in-turns.ts';
import { createRecordReader } from './record-reader.ts';
import { lastLines, neverReady, whyEnded } from './run-end.ts';
import type { StopReason } from './run-end.ts';
import { childKind, coverageFolder } from './spawn-child.ts';
import { createTidy, withoutProcessId } from './tidy-paths.ts';
import { createTranscript } from './transcript.ts';
import type { TranscriptResult, Transcript } from './transcript.ts';
import type { WarmPool } from './warm-pool.ts';
import { watchMemory } from './watch-memory.ts';

export const defaultLimits: Limits = { timeMs: 5000, lines: 1000, bytes: 2 ** 20, memoryMb: 256 };

export interface RunSnippetOptions {
  /** Where the build put what runs inside the child. */
  readonly childFolder: string;
  /** Whose waiting child is used, if it suits, and which has another one wait afterwards. */
  readonly pool?: WarmPool | undefined;
  /** How long Node may take until it comes to the snippet, in milliseconds. */
  readonly startLimitMs?: number;
  /**
   * Makes the trace in place of this thread, which a long record holds up for a tenth of a second;
   * undefined leaves the result without one.
   */
  readonly buildTrace?: (recording: Recording) => Promise<Trace | undefined>;
  /** Reads, elsewhere, what a run left behind that asked for coverage. */
  readonly readCoverage?: (request: CoverageRequest) => Promise<Coverage | undefined>;
}

/**
 * Runs a program in a real Node, as files of its own or where it is, and tells what it showed. Whatever the code does,
 * the promise settles within the limits, and no process and no file of the run is left.
 * @throws CannotRunError when the snippet could not be started at all
 */
export async function runSnippet(
  request: RunRequest,
  runtime: Runtime,
  options: RunSnippetOptions,
): Promise<RunResult> {
  const requested = performance.now();
  const limits = { ...defaultLimits, ...request.limits };
  if (request.signal?.aborted === true) return cancelledBefore(runtime);
  const fitted = fitProgram(request, runtime);
  const kind = childKind(request, runtime, limits);
  const start = (gated: GatedChild) =>
    follow({ request, fitted, runtime, options, limits, gated, requested });
  const { childFolder } = options;
  // A Node that waits was started without it, and another one like this is not needed soon.
  const pool = request.coverage ? undefined : options.pool;
  pool?.began();
  try {
    const waiting = await pool?.take(kind);
    // One that ended while it waited, or whose folder is gone, is no reason not to run.
    const result = waiting && (await start(waiting).catch(unlessStarted));
    return result ?? (await start(await openGatedChild(kind, { warm: false, childFolder })));
  } finally {
    pool?.ended(kind);
  }
}

function unlessStarted(error: unknown): undefined {
  if (!isCannotRunError(error)) throw error;
}

interface Run {
  readonly request: RunRequest;
  readonly fitted: FittedProgram;
  readonly runtime: Runtime;
  readonly options: RunSnippetOptions;
  readonly limits: Limits;
  readonly gated: GatedChild;
  readonly requested: number;
}

async function follow(run: Run): Promise<RunResult> {
  const { request, limits, gated } = run;
  const { child, folder } = gated;
  const { program, ...release } = run.fitted;
  const state: {
    cut?: StopReason;
    ready: boolean;
    over: boolean;
    /** A child process waits for the standard input that it inherited. */
    childReads: boolean;
    inputEnded: boolean;
    firstLineMs?: number;
  } = { ready: false, over: false, childReads: false, inputEnded: false };
  const end = (reason: StopReason) => {
    state.cut ??= reason;
    if (!state.over) killGroup(child.pid);
  };
  const transcript = createTranscript({
    limits,
    tidy: program.place ? withoutProcessId : createTidy(folder.work),
    entry: entryNames(program),
    pid: child.pid,
    onCap: end,
    onLine(line, place) {
      state.firstLineMs ??= performance.now() - run.requested;
      request.onLine?.(line, place);
    },
    onText: request.onText,
    onRead: request.onRead && (() => request.onRead?.(openInput())),
  });
  /** While someone types, time is theirs. */
  const openInput = (): StandardInput => {
    clock.stop();
    const isOpen = () => !state.over && !state.inputEnded;
    return {
      write(text) {
        if (isOpen()) child.stdin.write(text);
      },
      end() {
        if (!isOpen()) return;
        state.inputEnded = true;
        child.stdin.end();
        clock.restart();
      },
    };
  };
  const clock = startClock(run, () => void timeOver());
  const timeOver = async () => {
    if (!state.ready) {
      end('start');
      return;
    }
    // What is asked of it has an answer only while it lives.
    state.childReads = await readsInheritedInput(child.pid);
    end('time');
  };
  const stop = [
    clock.stop,
    watchMemory(child.pid, limits.memoryMb, () => end('memory')),
    guardProcess(child.pid),
    onAbort(request.signal, () => end('cancelled')),
  ];
  const onReady = () => {
    state.ready = true;
    clock.restart();
  };
  let cleaned: Promise<void> | undefined;
  const cleanUp = () => (cleaned ??= leaveNoFolder(run, stop));
  folder.guard(child.pid);
  listen(run, transcript, { onReady, end });
  try {
    // Both before the snippet begins: what it starts gets higher ids.
    const file = folder.write(program);
    const lastId = lastProcessId();
    gated.release({
      ...release,
      file,
      ...(request.args && { args: request.args }),
      ...(request.env && { env: request.env }),
      ...(request.onRead && { typed: true }),
      lines: limits.lines,
      bytes: limits.bytes,
      trace: request.trace !== false && !request.coverage,
    });
    const exit = await exited(child);
    state.over = true;
    await leaveNothing(run, lastId);
    const finished = await transcript.finish(exit, state.cut);
    if (!state.ready && (state.cut ?? 'start') === 'start') {
      throw neverReady(run.runtime, state.cut === 'start', finished);
    }
    const ended = whyEnded(state.cut, exit, finished);
    const lines = [...finished.lines, ...lastLines(ended, finished, exit)];
    // The folder goes while the trace is made; coverage is read out of it.
    if (!request.coverage) void cleanUp();
    const isRecorded = request.trace !== false && !request.coverage;
    const trace = isRecorded ? await traceOf(run, finished, lines, ended) : undefined;
    const coverage = request.coverage && (await coverageOf(run));
    return {
      runtime: run.runtime,
      lines: lines.map(withoutStep),
      ended,
      exitCode: exit.code,
      signal: exit.signal,
      ...(finished.error && { error: finished.error }),
      ...(finished.hasUnrecorded && { hasUnrecorded: true }),
      ...(trace && { trace }),
      ...(coverage && { coverage }),
      ...(program.place && { inPlace: true as const }),
      waitedForInput:
        ended !== 'exit' && !state.inputEnded && (transcript.waitsForInput || state.childReads),
      ...(state.firstLineMs !== undefined && { firstLineMs: state.firstLineMs }),
      durationMs: performance.now() - run.requested,
    };
  } finally {
    await cleanUp();
  }
}

/** Never rejects. @param stop what watches the run */
async function leaveNoFolder({ gated }: Run, stop: readonly (() => void)[]): Promise<void> {
  for (const step of stop) step();
  gated.end();
  // A child that never reached its program is only told to end here.
  await gated.ended;
  gated.folder.guard(0);
  // What can't be removed now is a few kilobytes that the system clears some day.
  await gated.folder.remove().catch(() => undefined);
}

/** How Node's messages name the entry, once they are tidied. */
function entryNames({ kind, entry = `snippet.${kind}`, place }: RunnableProgram): string[] {
  if (!place) return [entry];
  const paths = [...new Set([place.file, realPath(place.file)])];
  return paths.flatMap((path) => [path, pathToFileURL(path).href]);
}

/** Node follows links to the file that it runs. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

const withoutStep = ({ stream, text }: PrintedLine): OutputLine => ({ stream, text });

/** Clocks, with which a program can wait in a loop, and calls that return when something is over. */
const waiting =
  /\b(?:Date\s*\.\s*now|new\s+Date|performance|hrtime|Atomics|(?:exec|execFile|spawn|open|read|readv|readFile|write|writev|writeFile|appendFile)Sync)\b/;

async function traceOf(
  { request, options }: Run,
  finished: TranscriptResult,
  lines: readonly PrintedLine[],
  ended: Ended,
): Promise<Trace | undefined> {
  return (options.buildTrace ?? buildTrace)({
    entry: request.kind,
    steps: finished.steps,
    lines,
    whole: finished.whole && ended === 'exit',
    code: request.code,
    mayWait: waiting.test(request.code),
    ...(finished.error && { thrownAt: finished.error }),
  });
}

async function coverageOf({ fitted, options, gated }: Run): Promise<Coverage | undefined> {
  const { folder } = gated;
  const { code, kind, entry = `snippet.${kind}`, place } = fitted.program;
  return (options.readCoverage ?? readCoverage)({
    folder: coverageFolder(folder),
    entry: place ? { path: realPath(place.file) } : { path: join(folder.work, entry), text: code },
    without: realPath(options.childFolder),
    texts: fitted.texts.map(({ path, text }) => ({ path: realPath(path), text })),
  });
}

/** First the time that Node may take to start, then the time that the snippet may take. */
function startClock({ limits, options }: Run, onEnd: () => void) {
  let timer = setTimeout(onEnd, options.startLimitMs ?? 20_000);
  const stop = () => clearTimeout(timer);
  return {
    stop,
    restart() {
      stop();
      timer = setTimeout(onEnd, limits.timeMs);
    },
  };
}

function onAbort(signal: AbortSignal | undefined, cancel: () => void): () => void {
  signal?.addEventListener('abort', cancel);
  // It may have come while the child was starting.
  if (signal?.aborted === true) cancel();
  return () => signal?.removeEventListener('abort', cancel);
}

function listen(
  { gated: { child }, limits }: Run,
  transcript: Transcript,
  { onReady, end }: { readonly onReady: () => void; readonly end: (reason: StopReason) => void },
): void {
  let ready = false;
  const read = createRecordReader({
    bytes: limits.bytes,
    onRecord(record) {
      if (record.kind === 'ready' && !ready) {
        ready = true;
        onReady();
      }
      transcript.record(record);
    },
    onTooMuch: () => end('bytes'),
  });
  readInTurns([
    { stream: child.records, read },
    { stream: child.stdout, read: (text) => transcript.pipe('stdout', text) },
    { stream: child.stderr, read: (text) => transcript.pipe('stderr', text) },
  ]);
}

/** Ends what the snippet started, and reads what was written until then. */
async function leaveNothing({ gated: { child, folder } }: Run, lastId: number): Promise<void> {
  // Windows knows the tree only while its root lives.
  if (process.platform !== 'win32') killGroup(child.pid);
  await killStragglers(lastId, folder.path);
  await drained(child);
}

const cancelledBefore = (runtime: Runtime): RunResult => ({
  runtime,
  lines: [],
  ended: 'cancelled',
  exitCode: null,
  signal: null,
  waitedForInput: false,
  durationMs: 0,
});
