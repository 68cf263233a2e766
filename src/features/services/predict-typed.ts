import type { Verdict } from '../../order/verdict.ts';
import type { RunResult } from '../../runner/model.ts';
import type { Attempt } from '../../shared/predict.ts';
import { judgeTyped, runUnrecorded } from '../subject/judge-snippet.ts';
import { recordPrediction, recordSuspicion } from '../subject/record-prediction.ts';
import { wrongPairOf } from '../subject/wrong-pair.ts';
import { asLogged } from '../ui/error-text.ts';
import { findSnippet } from './find-subject.ts';
import type { Services } from './services.ts';

type Needed = Pick<Services, 'bank' | 'log' | 'progress' | 'runner' | 'work'>;

/** How long somebody waits for what. */
export interface Lives {
  /** Until another card is shown. */
  readonly card: AbortSignal;
  /** Until the page is closed: what was answered stays answered when the card is gone. */
  readonly session: AbortSignal;
}

/** What became of a prediction. */
export interface TypedPrediction {
  readonly verdict: Verdict;
  readonly run: RunResult;
}

/**
 * Runs a snippet, unrecorded, judges the lines that were typed as a prediction of it, and keeps both in the log. Where it
 * is wrong, a recorded run says afterwards which belief it gives away: nobody waits for that one. Further attempts give
 * away less, as they come after a line that was told.
 * @returns undefined where the bank has no such snippet, or the card was left before the run was over
 * @throws what the runner does
 */
export async function predictTyped(
  services: Needed,
  id: string,
  { lines, attempt }: { readonly lines: readonly string[]; readonly attempt: Attempt },
  { card: signal, session }: Lives,
): Promise<TypedPrediction | undefined> {
  const { log, progress, runner, work } = services;
  const subject = await findSnippet(services, id);
  if (subject?.kind !== 'snippet') return undefined;
  const isOver = (): boolean => signal.aborted;
  const run = await runUnrecorded((request) => runner.run(request), subject, signal);
  if (isOver()) return undefined;
  const verdict = await judgeTyped(subject, run, lines, work);
  if (isOver()) return undefined;
  await recordPrediction(progress, id, {
    ...{ verdict: verdict.kind, mode: 'typed', prediction: lines },
    ...{ node: run.runtime.version, attempt },
  });
  if (verdict.kind === 'wrong' && lines.length > 0 && attempt.number === 1) {
    const wrong = { run, lines, at: verdict.at };
    wrongPairOf(subject, wrong, { run: (one) => runner.run(one), work }, session)
      .then((pair) => recordSuspicion(progress, id, pair))
      .catch((error: unknown) => {
        if (!session.aborted) log.error(asLogged(error));
      });
  }
  return { verdict, run };
}
