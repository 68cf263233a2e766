import type { RunsDependencies, Wording } from '../../../src/features/runs/runs-dependencies.ts';
import { obstacleAs } from '../../../src/program/module-obstacle.ts';
import { workHere } from '../../../src/features/threads/work-here.ts';
import type { Subject } from '../../../src/features/subject/subject.ts';
import type { FoundRuntime } from '../../../src/runner/find-node.ts';
import type { RunRequest, RunResult, Runtime } from '../../../src/runner/model.ts';
import type { RunsStatus } from '../../../src/shared/runs.ts';
import { makeTrace } from '../explain/make-trace.ts';

export function node(version: string): FoundRuntime {
  const path = `/${version}/node`;
  return { path, version, origin: 'nvm', origins: ['nvm'], electron: false };
}

export function program(code: string, kind: 'cjs' | 'mjs' = 'cjs'): Subject {
  return { kind: 'program', program: { code, kind, title: 'one' }, own: true };
}

export function result(texts: readonly string[], overrides: Partial<RunResult> = {}): RunResult {
  return {
    runtime: node('24.1.0'),
    lines: texts.map((text) => ({ stream: 'stdout', text })),
    ended: 'exit',
    exitCode: 0,
    signal: null,
    waitedForInput: false,
    durationMs: 12,
    ...overrides,
  };
}

/** Words that are what they are made of. */
const wording: Wording = {
  many: (summary) => ({ look: 'neutral', title: JSON.stringify(summary), details: [] }),
  everywhere: (summary) => ({ look: 'neutral', title: JSON.stringify(summary), details: [] }),
  obstacle: (kind, obstacle) => `${kind} ${JSON.stringify(obstacle)}`,
  difference: (found) => ({ text: found.kind === 'rule' ? found.explanation.rule : found.kind }),
  problem: (problem) => JSON.stringify(problem),
  noNode: (refused) => `none of ${refused.map(({ path }) => path).join()}`,
};

export type TestRun = (request: RunRequest, runtime: Runtime) => RunResult | Promise<RunResult>;

export function world(run: TestRun, rest: Partial<RunsDependencies> = {}) {
  const statuses: RunsStatus[] = [];
  const requests: RunRequest[] = [];
  const made: RunsDependencies = {
    run(request, runtime) {
      requests.push(request);
      return Promise.resolve(run(request, runtime));
    },
    runtime: () => Promise.resolve(node('24.1.0')),
    findRuntimes: () => Promise.resolve({ runtimes: [node('24.1.0')], refused: [] }),
    twin: () => Promise.resolve(undefined),
    obstacle: (kind, code) => Promise.resolve(obstacleAs(kind, code)),
    work: workHere,
    seen: { add: () => undefined },
    isTrusted: () => true,
    watch: {
      isChanged: () => Promise.resolve(false),
      read: () => Promise.reject(new Error('nothing to read')),
      dispose: () => undefined,
    },
    wording: () => Promise.resolve(wording),
    onStatus: (status) => void statuses.push(status),
    ...rest,
  };
  return { ...made, statuses, requests };
}

export const inOrder = ['script', 'timeout', 'immediate'];
export const swapped = ['script', 'immediate', 'timeout'];

/** @param order what a run that is not recorded prints; the one that is prints them in order */
export function timeoutAndImmediate(order: (...run: Parameters<TestRun>) => string[]): TestRun {
  const made = makeTrace();
  made.call('timeout', 'timers', 'setTimeout', 0, { delayMs: 1, scheduledMs: 0 });
  made.call('immediate', 'check', 'setImmediate', 0, { startedMs: 3 });
  return (...run) =>
    run[0].trace === false ? result(order(...run)) : result(inOrder, { trace: made.trace() });
}

/** Ends when it is told to, as the runner does. */
export function untilAborted({ signal }: RunRequest): Promise<RunResult> {
  const cancelled = result([], { ended: 'cancelled' });
  if (signal?.aborted) return Promise.resolve(cancelled);
  return new Promise((resolve) => {
    signal?.addEventListener('abort', () => resolve(cancelled));
  });
}
