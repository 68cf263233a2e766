import type { TracedLine } from '../trace/model.ts';

/** Lines of threads and processes of their own have no callbacks in the record. */
export function findThreadRule({ earlier, later }: Record<'earlier' | 'later', TracedLine>) {
  const isWorker = earlier.from === 'worker' || later.from === 'worker';
  return isWorker ? worker : childProcess;
}

const worker = {
  id: 'worker-runs-beside',
  title: 'A worker thread runs beside the main thread, at its own pace.',
  text: 'Threads run at the same time, and what a worker prints is passed on by the main thread when that gets to it. The record does not look into workers, so nothing here fixes the order.',
  source: 'workers',
  question: 'cluster-vs-workers',
} as const;

const childProcess = {
  id: 'process-runs-beside',
  title: 'A child process runs beside this one, at its own pace.',
  text: 'Processes run at the same time, and this line did not pass through the recorded process. Nothing in the record fixes the order.',
  source: 'childProcess',
  question: 'cluster-vs-workers',
} as const;
