/**
 * Errors of the runner cross bundles, where `instanceof` does not hold: tell them by `name`.
 * Messages are whole sentences for the user.
 */
export class NoNodeError extends Error {
  override readonly name = 'NoNodeError';
  /** One entry for each Node that was found and why it was passed over. */
  readonly tried: readonly Refusal[];

  constructor(message: string, tried: readonly Refusal[]) {
    super(message);
    this.tried = tried;
  }
}

export interface Refusal {
  readonly path: string;
  /** A clause that goes on after the path: `is version 18.20.4, …`. */
  readonly reason: string;
}

/** The snippet could not even be started. */
export class CannotRunError extends Error {
  override readonly name = 'CannotRunError';
  readonly reason: CannotRunReason;

  constructor(reason: CannotRunReason, message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
  }
}

/**
 * `unfit`: it is TypeScript that no Node runs; `runtime`: Node itself did not start; `folder`: the temporary folder cannot be written; `unsaved`:
 * this Node can run a file where it is only as it is saved.
 */
export type CannotRunReason = 'unfit' | 'runtime' | 'folder' | 'unsaved';

export const isNoNodeError = (error: unknown): error is NoNodeError =>
  error instanceof Error && error.name === 'NoNodeError';

export const isCannotRunError = (error: unknown): error is CannotRunError =>
  error instanceof Error && error.name === 'CannotRunError';

export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
