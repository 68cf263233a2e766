import type { Snippet } from '../../../src/bank/model.ts';
import type { SessionDependencies } from '../../../src/features/predict/predict-session.ts';
import { workHere } from '../../../src/features/threads/work-here.ts';
import type { Subject } from '../../../src/features/subject/subject.ts';
import type { RunRequest, RunResult } from '../../../src/runner/model.ts';
import type { RunRecord, RunStatus } from '../../../src/shared/predict.ts';
import type { Trace } from '../../../src/trace/model.ts';
import type { CardId, EventPayload } from '../../../src/study/event.ts';

export const snippet: Snippet = {
  id: 'question/ab',
  question: 'question',
  title: 'a, b',
  difficulty: 'easy',
  kind: 'cjs',
  code: 'the code',
  expect: { any: ['a', 'b'] },
  variants: [{ from: 26, expect: ['c'] }],
  teaches: 'Something.',
  race: 'Both are possible.',
  permissions: [],
};
export const subject: Extract<Subject, { kind: 'snippet' }> = {
  kind: 'snippet',
  snippet,
  questionTitle: 'A question',
};
export const own: Subject = {
  kind: 'program',
  program: { code: '1', kind: 'cjs', title: 'own.js' },
  own: true,
};

export const trace: Trace = {
  entry: 'cjs',
  tasks: [],
  callbacks: [],
  lines: [],
  end: 1,
  complete: 'whole',
  untraced: [],
};

export function result(texts: readonly string[], overrides: Partial<RunResult> = {}): RunResult {
  return {
    runtime: { path: '/bin/node', version: '24.1.0', origin: 'path', electron: false },
    lines: texts.map((text) => ({ stream: 'stdout', text })),
    ended: 'exit',
    exitCode: 0,
    signal: null,
    waitedForInput: false,
    durationMs: 12,
    ...overrides,
  };
}

export function world(run: SessionDependencies['run'], trusted = true, changed = false) {
  const recorded: [CardId, EventPayload][] = [];
  const statuses: RunStatus[] = [];
  const records: RunRecord[] = [];
  const limits = { seconds: 5, megabytes: 256, lines: 1000 };
  return {
    recorded,
    statuses,
    records,
    run,
    record: (card: CardId, payload: EventPayload) =>
      Promise.resolve(void recorded.push([card, payload])),
    seen: { add: () => undefined, of: () => [] },
    work: workHere,
    limits: () => limits,
    isTrusted: () => trusted,
    watch: {
      isChanged: () => Promise.resolve(changed),
      read: () => Promise.reject(new Error('nothing to read')),
      dispose: () => undefined,
    },
    explain: () => Promise.resolve({ explanations: { pairs: [] }, questions: { q: 'A question' } }),
    onRecord: (record: RunRecord) => void records.push(record),
    onStatus: (status: RunStatus) => void statuses.push(status),
  };
}

/** Ends when it is told to, as the runner does. */
export function untilAborted({ signal }: RunRequest): Promise<RunResult> {
  return new Promise((resolve) => {
    signal?.addEventListener('abort', () => resolve(result([], { ended: 'cancelled' })));
  });
}
