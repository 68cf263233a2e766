import type { Trace, TracedLine } from '../trace/model.ts';
import type { Certainty } from './rule.ts';
import type { TraceIndex } from './trace-index.ts';
import type { SourceId } from './sources.ts';

interface ThreadRule {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly certainty: Certainty;
  readonly source: SourceId;
  readonly question: string;
}

interface Lines {
  readonly earlier: TracedLine;
  readonly later: TracedLine;
}

/** Lines of threads and processes of their own have no callbacks in the record. */
export function findThreadRule(record: TraceIndex, lines: Lines): ThreadRule {
  const { earlier, later } = lines;
  const started = startsOf(record.trace, later.from);
  const first = started[0];
  if (earlier.from === undefined && first !== undefined && earlier.at < first.at) {
    return later.from === 'worker' ? workerStartsLater : processStartsLater;
  }
  if (later.from === 'worker' && waitsForHost(record, earlier, first?.by)) return passedOnLater;
  if (later.from === 'worker' && isOnline(record, earlier)) return onlineFirst;
  if (isOneWorker(lines, started.length) && record.trace.nestedWorkers !== true) {
    return record.trace.plainWorker === true ? oneWorker : oneWorkerItself;
  }
  if (earlier.from === 'worker' || later.from === 'worker') return worker;
  return record.trace.untraced.includes('process') ? childProcess : pastTheStreams;
}

const startsOf = ({ started = [] }: Trace, kind: TracedLine['from']) =>
  started.filter((start) => start.kind === kind);

/** Whether the own line was printed in the same go in which the first worker was started. */
function waitsForHost(record: TraceIndex, { callback }: TracedLine, starter: number | undefined) {
  if (callback === undefined || starter === undefined) return false;
  return record.outermostMacrotask(callback) === record.outermostMacrotask(starter);
}

/** Whether the own line was printed for the first message that the only worker sent: that its code begins. */
function isOnline(record: TraceIndex, { callback }: TracedLine): boolean {
  const { trace } = record;
  if (callback === undefined || startsOf(trace, 'worker').length !== 1) return false;
  if (trace.nestedWorkers === true) return false;
  const ofWorker = trace.callbacks.filter(({ index }) => record.task(index).owner !== undefined);
  const portOf = ({ index }: { readonly index: number }) => record.task(index).source ?? 0;
  // Its own port was made before those of the program.
  const port = ofWorker.reduce((oldest, call) => Math.min(oldest, portOf(call)), Infinity);
  return (
    record.outermostMacrotask(callback) === ofWorker.find((call) => portOf(call) === port)?.index
  );
}

const isOneWorker = ({ earlier, later }: Lines, workers: number): boolean =>
  earlier.from === 'worker' &&
  later.from === 'worker' &&
  earlier.stream === later.stream &&
  workers === 1;

const workers = { source: 'workers', question: 'cluster-vs-workers' } as const;
const processes = { source: 'childProcess', question: 'cluster-vs-workers' } as const;

const workerStartsLater: ThreadRule = {
  ...workers,
  id: 'worker-starts-later',
  title: 'A worker prints nothing before it is started.',
  text: 'The first of these lines was printed before the program started a worker, so nothing that a worker prints can come before it.',
  certainty: 'certain',
};

const processStartsLater: ThreadRule = {
  ...processes,
  id: 'process-starts-later',
  title: 'A child process prints nothing before it is started.',
  text: 'The first of these lines was printed before the program started a process, so nothing that a child process prints can come before it.',
  certainty: 'certain',
};

const passedOnLater: ThreadRule = {
  ...workers,
  id: 'worker-output-is-passed-on',
  title: 'What a worker prints reaches the output through the event loop of the main thread.',
  text: 'The first of these lines was printed by the code that started the worker, or by the ticks and microtasks right after it. The worker may already be running, but its output is passed on by the main thread, which gets to that only when this code and both queues are done.',
  certainty: 'certain',
};

const onlineFirst: ThreadRule = {
  ...workers,
  id: 'worker-is-online-first',
  title: 'A worker emits `online` before anything that it prints.',
  text: 'The first of these lines was printed because of the first message that the worker sent, before its own code began: that it is `online`. What it prints is sent by the same way, after that.',
  certainty: 'certain',
};

const oneWorker: ThreadRule = {
  ...workers,
  id: 'worker-prints-in-order',
  title: 'The lines that one worker prints to one stream keep their order.',
  text: 'Both lines come from the same worker thread and the same stream. The main thread passes them on in the order in which the worker printed them. Its code, which is a text of this program, has no callbacks and waits for nothing, so it prints them in this order in every run.',
  certainty: 'certain',
};

const oneWorkerItself: ThreadRule = {
  ...oneWorker,
  text: "Both lines come from the same worker thread and the same stream. The main thread passes them on in the order in which the worker printed them. Which code of the worker printed them is not recorded, so the record can't tell whether it prints them in this order in every run.",
  certainty: 'unknown',
};

const worker: ThreadRule = {
  ...workers,
  id: 'worker-runs-beside',
  title: 'A worker thread runs beside the main thread, at its own pace.',
  text: "Threads run at the same time, and what a worker prints is passed on by the main thread when it gets to it. The record does not look into workers, so it can't tell whether another run may show another order.",
  certainty: 'unknown',
};

const childProcess: ThreadRule = {
  ...processes,
  id: 'process-runs-beside',
  title: 'A child process runs beside this one, at its own pace.',
  text: "Processes run at the same time, and what a child prints does not pass through this one. The record does not look into child processes, so it can't tell whether another run may show another order.",
  certainty: 'unknown',
};

const pastTheStreams: ThreadRule = {
  ...processes,
  id: 'printed-past-the-streams',
  title: 'What is written to a file descriptor directly does not pass through `process.stdout`.',
  text: 'At least one of these lines did not go through `process.stdout` or `process.stderr`, so it is not in the record when and by which code it was written.',
  certainty: 'unknown',
};
