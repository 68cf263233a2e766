import type { RunRequest, RunResult } from '../../runner/model.ts';
import type { Prediction, PredictionOutcome, RunLimits, RunStatus } from '../../shared/predict.ts';
import type { CardId, Deed } from '../../study/event.ts';
import { outcomeOf, refusal } from './outcome.ts';
import { executable } from './subject.ts';
import type { Subject } from './subject.ts';

/** Predictions and runs of one subject; knows nothing of the page that shows them. */
export interface PredictSession {
  readonly subject: Subject;
  readonly status: RunStatus;
  /** Runs the code, judges the prediction and records it. Never rejects. */
  predict(prediction: Prediction): Promise<PredictionOutcome>;
  /** Runs the code; records nothing. Never rejects. */
  run(): Promise<PredictionOutcome>;
  /** Ends what runs now, if anything does. */
  cancel(): void;
  /** Ends what runs now, and tells nobody. */
  dispose(): void;
}

/** What a session needs of its surroundings. */
export interface SessionWorld {
  run(request: RunRequest): Promise<RunResult>;
  record(card: CardId, deed: Deed): Promise<void>;
  limits(): RunLimits;
  isTrusted(): boolean;
  onStatus(status: RunStatus): void;
}

/** @param status what a stored page showed last, so that run numbers go on from there */
export function createPredictSession(
  subject: Subject,
  world: SessionWorld,
  status: RunStatus = { kind: 'idle', run: 0 },
): PredictSession {
  let current: AbortController | undefined;
  let disposed = false;

  function change(next: RunStatus): void {
    status = next;
    if (!disposed) world.onStatus(status);
  }

  async function start(prediction: Prediction | undefined): Promise<PredictionOutcome> {
    current?.abort();
    const controller = new AbortController();
    current = controller;
    const run = status.run + 1;
    const predicting = prediction !== undefined;
    change({ kind: 'running', run, predicting });
    const outcome = await execute(prediction, controller.signal);
    // Another run has begun meanwhile, or the page is gone: nobody waits for this one.
    if (current !== controller) return cancelled;
    current = undefined;
    change({ kind: 'finished', run, predicting, outcome });
    await record(outcome, prediction);
    return outcome;
  }

  async function execute(
    prediction: Prediction | undefined,
    signal: AbortSignal,
  ): Promise<PredictionOutcome> {
    if (!mayRun(subject, world.isTrusted())) return untrusted;
    const { code, kind } = executable(subject);
    const limits = world.limits();
    try {
      const result = await world.run({ code, kind, signal });
      return signal.aborted ? cancelled : outcomeOf(subject, result, limits, prediction);
    } catch (error) {
      return signal.aborted ? cancelled : refusal(error);
    }
  }

  async function record(
    outcome: PredictionOutcome,
    prediction: Prediction | undefined,
  ): Promise<void> {
    if (outcome.kind !== 'judged' || !prediction || subject.kind !== 'snippet') return;
    await world.record(`snippet:${subject.snippet.id}`, {
      kind: 'predicted',
      verdict: outcome.verdict.kind,
      mode: prediction.mode,
      prediction: prediction.lines,
      node: outcome.run.node.version,
    });
  }

  return {
    subject,
    get status() {
      return status;
    },
    predict: (prediction) => start(prediction),
    run: () => start(undefined),
    cancel: () => current?.abort(),
    dispose() {
      disposed = true;
      current?.abort();
      current = undefined;
    },
  };
}

/** Code of the user's workspace runs only in a trusted one; what Loopwise brings runs anywhere. */
export function mayRun(subject: Subject, trusted: boolean): boolean {
  return trusted || subject.kind === 'snippet' || !subject.own;
}

const cancelled: PredictionOutcome = { kind: 'notRun', reason: 'cancelled', message: '' };
const untrusted: PredictionOutcome = { kind: 'notRun', reason: 'untrusted', message: '' };
