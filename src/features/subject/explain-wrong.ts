import { beliefOf } from '../../explain/beliefs.ts';
import type { KnownOfRun, WrongPrediction } from '../../explain/explain-run.ts';
import type { Order } from '../../order/order.ts';
import type { Explanations, WrongPair } from '../../trace/explanation.ts';
import type { Trace } from '../../trace/model.ts';
import { inTimeOr, type Work } from '../threads/work.ts';

/**
 * Why the lines of a run stand in this order, and where a wrong prediction leaves it.
 * @throws TookTooLong
 */
export async function explainPredicted(
  trace: Trace,
  known: KnownOfRun,
  work: Pick<Work, 'do'>,
): Promise<Explanations> {
  const { pairs, wrong } = await work.do('explainRun', trace, known);
  const { prediction } = known;
  const told = prediction && wrong && (await withBelief(work, trace, prediction, wrong));
  return { pairs, ...(told && { wrong: told }) };
}

/**
 * The first pair of lines that a wrong prediction has the other way round, with the misconception behind it: the same
 * wherever the prediction was made. Undefined where there is none, or finding it took too long.
 * @param wrong `expect`: all possible outputs, where they are known
 */
export async function explainWrong(
  trace: Trace,
  { lines, at, expect }: WrongPrediction & { readonly expect: Order | undefined },
  work: Pick<Work, 'do'>,
): Promise<WrongPair | undefined> {
  const known = { prediction: { lines, at }, ...(expect !== undefined && { expect }) };
  return (await inTimeOr(explainPredicted(trace, known, work), undefined))?.wrong;
}

/**
 * A belief that makes all of the prediction out of the run says more than the first pair that is wrong: it takes the
 * place of what is typical for such a pair. Of several beliefs none is told.
 */
async function withBelief(
  work: Pick<Work, 'do'>,
  trace: Trace,
  { lines }: WrongPrediction,
  wrong: WrongPair,
): Promise<WrongPair> {
  if (wrong.explanation.certainty !== 'certain') return wrong;
  const predicted = lines.map(({ text }) => text);
  const [only, other] = await inTimeOr(work.do('beliefsPrinting', trace, predicted), []);
  if (only === undefined || other !== undefined) return wrong;
  const { id, text, question, says } = beliefOf(only);
  const imagined = await inTimeOr(work.do('imaginedReplay', trace, only), undefined);
  return {
    ...wrong,
    misconception: { id, text, question, says, ...(imagined && { imagined }) },
  };
}
