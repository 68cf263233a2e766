import type { PredictionOutcome } from '../../shared/predict.ts';
import type { SnippetArgument } from '../subject/snippet-argument.ts';

/** What `activate` returns: what other extensions can ask Loopwise for. */
export interface ExtensionApi {
  /**
   * Runs a snippet or a program and judges a prediction, as the page does but without showing it.
   * A prediction of a snippet of the bank is recorded. Code given as text counts as the caller's
   * own: it runs in a trusted workspace only.
   * @param prediction the lines as they are shown: `Uncaught …`, `exit code 1`
   * @throws Error when there is no such snippet
   */
  predict(argument: SnippetArgument, prediction: readonly string[]): Promise<PredictionOutcome>;
}
