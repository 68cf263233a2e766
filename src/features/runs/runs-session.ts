import type { NotRunReason, RunsMode, RunsReport, RunsStatus } from '../../shared/runs.ts';
import { runRequest } from '../subject/run-request.ts';
import { refusal } from '../ui/refusal.ts';
import { mayRun } from '../subject/subject.ts';
import type { Subject } from '../subject/subject.ts';
import type { ProgramWatch } from '../subject/watch-program.ts';
import type { RunsDependencies } from './runs-dependencies.ts';

export type Series =
  { readonly mode: 'many'; readonly count: number } | { readonly mode: 'everywhere' };

/** Series of runs of one subject; knows nothing of the page that shows them. */
export interface RunsSession {
  readonly subject: Subject;
  readonly status: RunsStatus;
  readonly watch: ProgramWatch;
  /** Starts a series in place of the one that runs. Resolves when it is over; never rejects. */
  start(series: Series): Promise<RunsStatus>;
  /** Ends what runs now, and keeps what came of it. */
  cancel(): void;
  /** Ends what runs now, and tells nobody. */
  dispose(): void;
}

/** @param status what a stored page showed last, so that the numbers go on from there */
export function createRunsSession(
  subject: Subject,
  dependencies: RunsDependencies,
  status: RunsStatus,
): RunsSession {
  let current: AbortController | undefined;
  let disposed = false;

  function change(next: RunsStatus): void {
    status = next;
    if (!disposed) dependencies.onStatus(status);
  }

  async function start(series: Series): Promise<RunsStatus> {
    current?.abort();
    const controller = new AbortController();
    current = controller;
    const number = status.series + 1;
    change({ kind: 'running', series: number, mode: series.mode });
    const ended = await execute(number, series, controller);
    // Another series has begun meanwhile, or the page is gone: nobody waits for this one.
    if (current !== controller) return ended;
    current = undefined;
    change(ended);
    return ended;
  }

  async function execute(
    number: number,
    series: Series,
    controller: AbortController,
  ): Promise<RunsStatus> {
    const { signal } = controller;
    if (!mayRun(subject, dependencies.isTrusted()))
      return notRun(number, series.mode, 'untrusted', '');
    if (await dependencies.watch.isChanged()) return notRun(number, series.mode, 'changed', '');
    const tell = (report: RunsReport): void => {
      if (current === controller) {
        change({ kind: 'running', series: number, mode: series.mode, report });
      }
    };
    try {
      // What no Node runs is told before any is looked for.
      runRequest(subject, signal);
      const report = await run(series, subject, dependencies, signal, tell);
      return { kind: 'finished', series: number, report, stopped: signal.aborted };
    } catch (error) {
      // What goes wrong in one run ends those beside it.
      controller.abort();
      const { reason, message } = refusal(error);
      return notRun(number, series.mode, reason, message);
    }
  }

  return {
    subject,
    watch: dependencies.watch,
    get status() {
      return status;
    },
    start,
    cancel: () => current?.abort(),
    dispose() {
      disposed = true;
      dependencies.watch.dispose();
      current?.abort();
      current = undefined;
    },
  };
}

/** Only the one that is asked for is loaded. */
async function run(
  series: Series,
  subject: Subject,
  dependencies: RunsDependencies,
  signal: AbortSignal,
  tell: (report: RunsReport) => void,
): Promise<RunsReport> {
  if (series.mode === 'many') {
    const { runMany } = await import('./run-many.lazy.ts');
    return runMany(subject, series.count, dependencies, signal, tell);
  }
  const { runEverywhere } = await import('./run-everywhere.lazy.ts');
  return runEverywhere(subject, dependencies, signal, tell);
}

function notRun(series: number, mode: RunsMode, reason: NotRunReason, message: string): RunsStatus {
  return {
    kind: 'notRun',
    series,
    mode,
    reason: reason === 'cancelled' ? 'failed' : reason,
    message,
  };
}
