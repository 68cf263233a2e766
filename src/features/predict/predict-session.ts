import type { Order } from '../../order/order.ts';
import type { RunRequest, RunResult } from '../../runner/model.ts';
import type {
  Attempt,
  Prediction,
  PredictionOutcome,
  RunLimits,
  RunRecord,
  RunStatus,
  Typing,
} from '../../shared/predict.ts';
import type { CardId, EventPayload } from '../../study/event.ts';
import type { Explanations } from '../../trace/explanation.ts';
import type { Trace } from '../../trace/model.ts';
import { refusal } from '../ui/refusal.ts';
import type { SeenOutputs } from '../services/seen-outputs.ts';
import { expectation, mayRun, seenKey } from '../subject/subject.ts';
import type { Subject } from '../subject/subject.ts';
import type { Work } from '../threads/work.ts';
import type { ProgramWatch } from '../subject/watch-program.ts';
import { recordPrediction } from '../subject/record-prediction.ts';
import { runAndRecord } from '../subject/run-and-record.ts';
import { createTypedInput } from './typed-input.ts';
import type { TypedInput } from './typed-input.ts';

/** Predictions and runs of one subject; knows nothing of the page that shows them. */
export interface PredictSession {
  readonly subject: Subject;
  readonly status: RunStatus;
  /** Of the run that the status tells of; of one before this session, what was stored of it. */
  readonly record: RunRecord;
  readonly watch: ProgramWatch;
  /** Runs the code, judges the prediction and records it. Never rejects. */
  predict(prediction: Prediction, attempt?: Attempt): Promise<PredictionOutcome>;
  /** Runs the code; records nothing. Never rejects. */
  run(): Promise<PredictionOutcome>;
  /** Shows a run that is over and was made elsewhere, once; ends what runs now. Never rejects. */
  adopt(result: RunResult): Promise<void>;
  /** The standard input of what runs now, once the program reads it. */
  readonly typing: Typing | undefined;
  /** Hands on what was typed for a run; nothing happens unless that one runs and reads. */
  type(run: number, text: string): void;
  /** Ends the standard input of a run. */
  endInput(run: number): void;
  /** Ends what runs now, if anything does. */
  cancel(): void;
  /** Ends what runs now, and tells nobody. */
  dispose(): void;
}

/** What a session needs of its surroundings. */
export interface SessionDependencies {
  run(request: RunRequest): Promise<RunResult>;
  record(card: CardId, payload: EventPayload): Promise<void>;
  limits(): RunLimits;
  readonly work: Pick<Work, 'do'>;
  isTrusted(): boolean;
  /** Watches the document that the program is from. */
  readonly watch: ProgramWatch;
  /** What runs of this subject printed that were not recorded. */
  readonly seen: Pick<SeenOutputs, 'add' | 'of'>;
  /** Why the lines of a run stand in this order, and where a wrong prediction leaves it. Never rejects. */
  explain(trace: Trace, outcome: PredictionOutcome, expect: Order | undefined): Promise<Explained>;
  /** Absent where nobody can type: a program that reads is then ended by the limit on time. */
  readonly onTyping?: (typing: Typing) => void;
  /** Before the status of the same run. */
  onRecord(record: RunRecord): void;
  onStatus(status: RunStatus): void;
}

interface Last {
  readonly status: RunStatus;
  readonly record?: RunRecord | undefined;
}

interface Executed {
  readonly outcome: PredictionOutcome;
  readonly trace?: Trace;
  readonly expect?: Order | undefined;
}

export interface Explained extends Pick<RunRecord, 'questions'> {
  readonly explanations: Explanations;
}

/** @param last what a stored page showed last: run numbers go on from there */
export function createPredictSession(
  subject: Subject,
  world: SessionDependencies,
  last: Last = { status: { kind: 'idle', run: 0 } },
): PredictSession {
  let current: AbortController | undefined;
  let adopted: RunResult | undefined;
  let typed: TypedInput | undefined;
  let { status, record = unrecorded } = last;
  let disposed = false;

  function keep(next: RunRecord): void {
    record = next;
    if (!disposed) world.onRecord(record);
  }

  function change(next: RunStatus): void {
    status = next;
    if (!disposed) world.onStatus(status);
  }

  async function start(
    prediction: Prediction | undefined,
    attempt?: Attempt,
  ): Promise<PredictionOutcome> {
    current?.abort();
    adopted = undefined;
    const controller = new AbortController();
    current = controller;
    const run = status.run + 1;
    const predicting = prediction !== undefined;
    change({ kind: 'running', run, predicting });
    const input = createTypedInput(run, (typing) => {
      if (typed === input && !disposed) world.onTyping?.(typing);
    });
    typed = input;
    const { outcome, trace, expect } = await execute(prediction, controller.signal, input);
    input.dispose();
    if (typed === input) typed = undefined;
    const explained = trace && (await world.explain(trace, outcome, expect));
    // Another run has begun meanwhile, or the page is gone: nobody waits for this one.
    if (current !== controller) return cancelled;
    current = undefined;
    keep(trace && explained ? recordOf(run, trace, explained) : unrecorded);
    change({ kind: 'finished', run, predicting, outcome });
    await remember(outcome, prediction, attempt, explained?.explanations);
    return outcome;
  }

  async function adopt(result: RunResult): Promise<void> {
    if (adopted === result) return;
    adopted = result;
    current?.abort();
    const controller = new AbortController();
    current = controller;
    const run = status.run + 1;
    const { outcomeOf } = await import('./outcome.lazy.ts');
    // Not one object, since that would say that the program may not run a second time.
    const runs = { judged: result, recorded: { ...result } };
    const limits = world.limits();
    const toJudge = { limits, prediction: undefined, seen: [] };
    const outcome = await outcomeOf(subject, runs, toJudge, world.work);
    const { trace } = result;
    const explained = trace && (await world.explain(trace, outcome, undefined));
    if (current !== controller) return;
    current = undefined;
    keep(trace && explained ? recordOf(run, trace, explained) : unrecorded);
    change({ kind: 'finished', run, predicting: false, outcome });
  }

  async function execute(
    prediction: Prediction | undefined,
    signal: AbortSignal,
    input: TypedInput,
  ): Promise<Executed> {
    if (!mayRun(subject, world.isTrusted())) return { outcome: untrusted };
    if (subject.kind === 'program') {
      if (await world.watch.isChanged()) return { outcome: changed };
      if (signal.aborted) return { outcome: cancelled };
    }
    const limits = world.limits();
    try {
      const [runs, { outcomeOf }] = await Promise.all([
        runAndRecord(subject, world, signal, world.onTyping && input.listeners),
        import('./outcome.lazy.ts'),
      ]);
      if (signal.aborted) return { outcome: cancelled };
      const { judged, recorded } = runs;
      const program = seenKey(subject, judged.runtime);
      const seen = world.seen.of(program);
      if (judged.trace === undefined && judged.ended === 'exit') {
        world.seen.add(program, judged.lines);
      }
      const outcome = await outcomeOf(subject, runs, { limits, prediction, seen }, world.work);
      if (outcome.kind === 'notRun' || !recorded?.trace) return { outcome };
      const expect = expectation(subject, judged.runtime.version);
      return { outcome, trace: recorded.trace, expect };
    } catch (error) {
      return { outcome: signal.aborted ? cancelled : refusal(error) };
    }
  }

  async function remember(
    outcome: PredictionOutcome,
    prediction: Prediction | undefined,
    attempt: Attempt | undefined,
    explanations: Explanations | undefined,
  ): Promise<void> {
    if (outcome.kind !== 'judged' || !prediction || subject.kind !== 'snippet') return;
    const predicted = {
      ...{ verdict: outcome.verdict.kind, mode: prediction.mode, prediction: prediction.lines },
      node: outcome.run.node.version,
      ...(attempt && { attempt }),
    };
    await recordPrediction(world, subject.snippet.id, predicted, explanations?.wrong);
  }

  return {
    subject,
    watch: world.watch,
    get status() {
      return status;
    },
    get record() {
      return record;
    },
    predict: (prediction, attempt) => start(prediction, attempt),
    run: () => start(undefined),
    adopt,
    get typing() {
      return typed?.typing;
    },
    type(run, text) {
      if (run === status.run) typed?.write(text);
    },
    endInput(run) {
      if (run === status.run) typed?.end();
    },
    cancel: () => current?.abort(),
    dispose() {
      disposed = true;
      world.watch.dispose();
      current?.abort();
      current = undefined;
    },
  };
}

function recordOf(run: number, trace: Trace, { explanations, questions }: Explained): RunRecord {
  return { recording: { run, trace, explanations }, questions };
}

const unrecorded: RunRecord = { questions: {} };
const cancelled: PredictionOutcome = { kind: 'notRun', reason: 'cancelled', message: '' };
const changed: PredictionOutcome = { kind: 'notRun', reason: 'changed', message: '' };
const untrusted: PredictionOutcome = { kind: 'notRun', reason: 'untrusted', message: '' };
