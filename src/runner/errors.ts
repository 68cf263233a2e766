/**
 * Errors of the runner cross bundles, where `instanceof` does not hold: tell them by `name`. They say what
 * happened as codes with data, and their message is for the log; the sentences that users read are made of
 * them by `features/services/worded-error.lazy.ts`.
 */
export class NoNodeError extends Error {
  override readonly name = 'NoNodeError';
  /** One entry for each Node that was found and why it was passed over. */
  readonly tried: readonly Refusal[];
  /** Whether the setting names the one that was tried, so that no other was looked for. */
  readonly isSetting: boolean;

  /** @param message what users are told, where that is known already */
  constructor(tried: readonly Refusal[], isSetting: boolean, message?: string) {
    super(message ?? `No Node.js can run snippets: ${JSON.stringify(tried)}`);
    this.tried = tried;
    this.isSetting = isSetting;
  }
}

/** Older ones differ in what snippets print, and nobody maintains them. */
export const oldestMajor = 20;

/** A program that can't run snippets. */
export interface Refusal {
  readonly path: string;
  readonly problem: NodeProblem;
}

export type NodeProblem =
  /** `missing`: there is no file; `incomplete`: an installation lacks its program; `notNode`: it reports no version as Node.js does. */
  | { readonly kind: 'missing' | 'incomplete' | 'notAbsolute' | 'notTrusted' | 'notAFile' }
  | { readonly kind: 'notNode' | 'notExecutable' | 'late' }
  | { readonly kind: 'tooOld'; readonly version: string }
  /** `notReadable`: nothing can be found out about the file; `notRunnable`: the system doesn't start it. */
  | { readonly kind: 'notReadable' | 'notRunnable'; readonly code: string }
  /** `said`: the first line of its error output. */
  | { readonly kind: 'failed'; readonly said?: string };

/** The snippet could not even be started. */
export class CannotRunError extends Error {
  override readonly name = 'CannotRunError';
  readonly why: WhyNotRun;

  /** @param message what users are told, where that is known already */
  constructor(why: WhyNotRun, { cause, message }: { cause?: unknown; message?: string } = {}) {
    super(message ?? (why.reason === 'unfit' ? why.text : `Cannot run: ${JSON.stringify(why)}`), {
      ...(cause !== undefined && { cause }),
    });
    this.why = why;
  }

  get reason(): WhyNotRun['reason'] {
    return this.why.reason;
  }
}

export type WhyNotRun =
  /** It is a program that no Node runs; whoever knows that says why in `text`. */
  | { readonly reason: 'unfit'; readonly text: string }
  /** Node itself did not start. */
  | { readonly reason: 'runtime'; readonly path: string; readonly problem: StartProblem }
  /** A folder for temporary files can't be written. */
  | { readonly reason: 'folder'; readonly folder: string; readonly code: string }
  /**
   * This Node can run a file where it is only as it is saved; `files` differ from that. `compiled`: the
   * only one is TypeScript that this Node can't read.
   */
  | {
      readonly reason: 'unsaved';
      readonly version: string;
      readonly files: readonly string[];
      readonly compiled: boolean;
    };

export type StartProblem =
  | { readonly kind: 'gone' | 'late' }
  | { readonly kind: 'notExecutable' | 'noRoom'; readonly code: string }
  /** It ended before it came to the snippet; `said`: the first line that it printed. */
  | { readonly kind: 'early'; readonly said?: string }
  | { readonly kind: 'failed'; readonly said: string };

export const isNoNodeError = (error: unknown): error is NoNodeError =>
  error instanceof Error && error.name === 'NoNodeError';

export const isCannotRunError = (error: unknown): error is CannotRunError =>
  error instanceof Error && error.name === 'CannotRunError';

export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
