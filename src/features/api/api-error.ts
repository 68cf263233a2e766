import * as vscode from 'vscode';
import type { LoopwiseError, LoopwiseErrorCode } from '../../../docs/loopwise-api.d.ts';
import { refusal } from '../ui/refusal.ts';

export class ApiError extends Error implements LoopwiseError {
  override readonly name = 'LoopwiseError';
  readonly code: LoopwiseErrorCode;

  constructor(code: LoopwiseErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

export const cancelled = (): ApiError =>
  new ApiError('cancelled', vscode.l10n.t('The run was canceled.'));

/** What the API throws in place of what kept a program from running. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const { reason, message } = refusal(error);
  return new ApiError(reason === 'noNode' ? 'noNode' : 'cannotRun', message, error);
}
