import type { OutputLine } from '../order/output.ts';
import { guardProcess, killGroup, killStragglers } from './end-processes.ts';
import { CannotRunError } from './errors.ts';
import { createLineSplitter } from './line-splitter.ts';
import type { Ended, Limits, RunRequest, RunResult, Runtime } from './model.ts';
import { parseRecord } from './parse-record.ts';
import { createPrivateFolder } from './private-folder.ts';
import type { PrivateFolder } from './private-folder.ts';
import { uncaughtText } from './run-error.ts';
import { spawnChild } from './spawn-child.ts';
import type { Child } from './spawn-child.ts';
import { createTidy } from './tidy-paths.ts';
import { createTranscript } from './transcript.ts';
import type { Told } from './transcript.ts';
import { watchMemory } from './watch-memory.ts';

export const defaultLimits: Limits = { timeMs: 5000, lines: 1000, bytes: 2 ** 20, memoryMb: 256 };

export interface RunOptions {
  /** Where the build put what runs inside the child. */
  readonly childFolder: string;
  /** How long Node may take until it comes to the snippet, in milliseconds. */
  readonly startLimitMs?: number;
}

/**
 * Runs code as a file of its own in a real Node and tells what it showed. Whatever the code does,
 * the promise settles within the limits, and no process and no file of the run is left.
 * @throws CannotRunError when the snippet could not be started at all
 */
export async function runSnippet(
  request: RunRequest,
  runtime: Runtime,
  options: RunOptions,
): Promise<RunResult> {
  const requested = performance.now();
  const limits = { ...defaultLimits, ...request.limits };
  if (request.signal?.aborted === true) return cancelledBefore(runtime);
  const folder = await createPrivateFolder(request.code, request.kind);
  try {
    const child = await spawnChild(runtime, folder, limits, options.childFolder);
    return await follow({ request, runtime, options, limits, folder, child, requested });
  } finally {
    // What can't be removed now is a few kilobytes that the system clears some day.
    await folder.remove().catch(() => undefined);
  }
}

interface Run {
  readonly request: RunRequest;
  readonly runtime: Runtime;
  readonly options: RunOptions;
  readonly limits: Limits;
  readonly folder: PrivateFolder;
  readonly child: Child;
  readonly requested: number;
}

async function follow(run: Run): Promise<RunResult> {
  const { request, limits, folder, child, requested } = run;
  let cut: Exclude<Ended, 'exit'> | undefined;
  let ready = false;
  let late = false;
  let firstLineMs: number | undefined;

  const end = (reason: Exclude<Ended, 'exit'>) => {
    cut ??= reason;
    killGroup(child.pid);
  };
  const transcript = createTranscript({
    limits,
    tidy: createTidy(folder.work),
    onCap: end,
    onLine(line) {
      firstLineMs ??= performance.now() - requested;
      request.onLine?.(line);
    },
  });

  let clock = setTimeout(() => {
    late = true;
    killGroup(child.pid);
  }, run.options.startLimitMs ?? 20_000);
  const stopWatching = watchMemory(child.pid, limits.memoryMb, () => end('memory'));
  const release = guardProcess(child.pid);
  const cancel = () => end('cancelled');
  request.signal?.addEventListener('abort', cancel);
  if (request.signal?.aborted === true) cancel();

  // A record is never longer than the text that the cap lets through, escaped.
  const split = createLineSplitter(limits.bytes * 6 + 100_000, (line) => {
    const record = parseRecord(line);
    if (record === undefined) return;
    if (record.kind === 'ready' && !ready) {
      ready = true;
      clearTimeout(clock);
      clock = setTimeout(() => end('time'), limits.timeMs);
    }
    transcript.record(record);
  });
  child.records.on('data', split);
  child.stdout.on('data', (text: string) => transcript.pipe('stdout', text));
  child.stderr.on('data', (text: string) => transcript.pipe('stderr', text));

  try {
    const { code, signal } = await exited(child);
    clearTimeout(clock);
    stopWatching();
    killGroup(child.pid);
    await killStragglers(child.pid, folder.path);
    await drained(child);
    const told = transcript.finish();
    if (!ready && cut === undefined) throw neverReady(run.runtime, late, told);
    const ended = whyEnded(cut, signal, told);
    return {
      runtime: run.runtime,
      lines: [...told.lines, ...lastLines(ended, told, code, signal)],
      ended,
      exitCode: code,
      signal,
      ...(told.error && { error: told.error }),
      ...(told.bypassed && { bypassed: true }),
      waitedForInput: ended !== 'exit' && transcript.waitsForInput,
      ...(firstLineMs !== undefined && { firstLineMs }),
      durationMs: performance.now() - requested,
    };
  } finally {
    request.signal?.removeEventListener('abort', cancel);
    release();
    for (const stream of child.process.stdio) stream?.destroy();
  }
}

interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Not `close`: that waits for every grandchild that holds a pipe. */
function exited({ process: child }: Child): Promise<Exit> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve({ code: child.exitCode, signal: child.signalCode });
  }
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
}

/** All that was written is read, or somebody we could not end holds a pipe. */
async function drained({ records, stdout, stderr }: Child): Promise<void> {
  const streams = [records, stdout, stderr];
  const ends = streams.map((stream) =>
    stream.readableEnded || stream.destroyed
      ? Promise.resolve()
      : new Promise<void>((resolve) => void stream.once('end', resolve).once('close', resolve)),
  );
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => (timer = setTimeout(resolve, 500)));
  await Promise.race([Promise.all(ends), limit]);
  clearTimeout(timer);
}

function whyEnded(cut: Ended | undefined, signal: NodeJS.Signals | null, told: Told): Ended {
  if (told.outOfMemory) return 'memory';
  // It came to its end by itself just before the limit did.
  if (cut !== undefined && signal === null && process.platform !== 'win32') return 'exit';
  return cut ?? 'exit';
}

/** Node reports an error after the exit handlers ran, so it stands last but for the exit code. */
function lastLines(ended: Ended, { error }: Told, code: number | null, signal: string | null) {
  if (ended !== 'exit') return [];
  const lines: OutputLine[] = [];
  if (error !== undefined && code !== 0)
    lines.push({ stream: 'uncaught', text: uncaughtText(error) });
  if (signal !== null) lines.push({ stream: 'exit', text: signal });
  else if (code !== 0) lines.push({ stream: 'exit', text: String(code) });
  return lines;
}

function neverReady({ path }: Runtime, late: boolean, { lines }: Told): CannotRunError {
  const said = lines.find(({ text }) => text.trim() !== '')?.text;
  const what = late
    ? 'did not start in time'
    : `ended before it came to the snippet${said === undefined ? '' : ` (${said})`}`;
  return new CannotRunError(
    'runtime',
    `Node.js at ${path} ${what}. Try again, or set "loopwise.node.path" to another one.`,
  );
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
