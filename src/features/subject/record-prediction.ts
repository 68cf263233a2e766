import type { CardId, EventPayload } from '../../study/event.ts';
import type { WrongPair } from '../../trace/explanation.ts';

/** Whatever keeps the log. */
interface Log {
  record(card: CardId, payload: EventPayload): Promise<void>;
}

/** What is kept of a prediction of a snippet. */
export type Predicted = Omit<Extract<EventPayload, { kind: 'predicted' }>, 'kind'>;

/**
 * Keeps a prediction of a snippet in the log, wherever it was made.
 * @param wrong where a wrong one has the order the other way round, if that is known already
 */
export async function recordPrediction(
  log: Log,
  snippet: string,
  predicted: Predicted,
  wrong?: WrongPair,
): Promise<void> {
  await log.record(`snippet:${snippet}`, { kind: 'predicted', ...predicted });
  if (predicted.verdict === 'wrong') await recordSuspicion(log, snippet, wrong);
}

/** A wrong prediction is about a rule, not about a snippet: what it says of its author is asked for by another program. */
export async function recordSuspicion(
  log: Log,
  snippet: string,
  wrong: WrongPair | undefined,
): Promise<void> {
  const belief = wrong?.misconception?.id;
  if (belief !== undefined) await log.record(`belief:${belief}`, { kind: 'suspected', snippet });
}
