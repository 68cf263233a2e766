import { isCannotRunError, isNoNodeError } from '../../runner/errors.ts';
import type { NotRunReason } from '../../shared/predict.ts';
import { errorText } from './error-text.ts';

export interface NotRun {
  readonly kind: 'notRun';
  readonly reason: NotRunReason;
  readonly message: string;
}

/** Why there is no run, from what the runner threw. */
export function refusal(error: unknown): NotRun {
  return { kind: 'notRun', reason: reasonOf(error), message: errorText(error) };
}

function reasonOf(error: unknown): NotRunReason {
  if (isNoNodeError(error)) return 'noNode';
  return isCannotRunError(error) && error.reason !== 'runtime' ? error.reason : 'failed';
}
