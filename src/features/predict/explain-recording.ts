import type { WrongPrediction } from '../../explain/explain-run.ts';
import { betweenCallbacks } from '../../explain/separate-callbacks.ts';
import type { Order } from '../../order/order.ts';
import type { PredictionOutcome } from '../../shared/predict.ts';
import type { Explanations } from '../../trace/explanation.ts';
import type { Trace } from '../../trace/model.ts';
import type { Services } from '../services/services.ts';
import type { Explained } from './predict-session.ts';
import { explainPredicted } from '../subject/explain-wrong.ts';
import { asLogged } from '../ui/error-text.ts';

/**
 * Why the lines of a run stand in this order, and where a wrong prediction leaves it; with the
 * titles of the questions that explain more. A run is worth showing even if this fails.
 */
export async function explainRecording(
  { bank, log, work }: Pick<Services, 'bank' | 'log' | 'work'>,
  trace: Trace,
  outcome: PredictionOutcome,
  expect: Order | undefined,
): Promise<Explained> {
  try {
    const prediction = wrongPrediction(outcome);
    const known = {
      ...(prediction && { prediction }),
      ...(expect !== undefined && { expect }),
    };
    const explained = await explainPredicted(trace, known, work);
    const explanations = { ...explained, pairs: betweenCallbacks(trace, explained.pairs) };
    return { explanations, questions: await titles(bank, questionsOf(explanations)) };
  } catch (error) {
    log.error(asLogged(error));
    return { explanations: { pairs: [] }, questions: {} };
  }
}

/** Undefined unless the prediction was wrong; rows beyond what the page shows don't matter. */
function wrongPrediction(outcome: PredictionOutcome): WrongPrediction | undefined {
  if (outcome.kind !== 'judged' || outcome.verdict.kind !== 'wrong') return undefined;
  const lines = outcome.rows.flatMap(({ predicted }) => predicted ?? []);
  return { lines, at: outcome.verdict.at };
}

function questionsOf({ pairs, wrong }: Explanations): Set<string> {
  const explanations = [...pairs, wrong?.explanation, wrong?.misconception];
  return new Set(explanations.flatMap((explanation) => explanation?.question ?? []));
}

/** Only of questions that the bank has: nothing else can be opened. */
async function titles(bank: Services['bank'], ids: Iterable<string>) {
  const loaded = await bank.load();
  const known = [...ids].flatMap((id) => loaded.question(id) ?? []);
  return Object.fromEntries(known.map(({ id, title }) => [id, title]));
}
