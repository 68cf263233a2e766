import { isCannotRunError, isNoNodeError } from '../../runner/errors.ts';
import type { NotRunReason } from '../../shared/predict.ts';

export interface NotRun {
  readonly kind: 'notRun';
  readonly reason: NotRunReason;
  readonly message: string;
}

/** Why there is no run, from what the runner threw. */
export function refusal(error: unknown): NotRun {
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'notRun', reason: reasonOf(error), message };
}

function reasonOf(error: unknown): NotRunReason {
  if (isNoNodeError(error)) return 'noNode';
  return isCannotRunError(error) && error.reason === 'folder' ? 'folder' : 'failed';
}
