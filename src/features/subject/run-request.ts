import type { Origin } from '../../program/origin.ts';
import { CannotRunError } from '../../runner/errors.ts';
import type { RunRequest } from '../../runner/model.ts';
import { executable } from './subject.ts';
import type { Subject } from './subject.ts';

/** A run of a program that may be a file of the user's: the runner's service finds out where that is. */
export interface ProgramRequest extends RunRequest {
  readonly origin?: Origin;
  /** The text of the document, where `code` is made of it. */
  readonly typescript?: string;
  /** See `Program`. */
  readonly transformed?: true;
}

/**
 * What the bank and packs bring may do what it declares: a snippet says so, a program within an answer
 * says so on its fence. Nothing is forbidden to the user's own code.
 * @throws CannotRunError with reason `unfit`
 */
export function runRequest(subject: Subject, signal: AbortSignal): ProgramRequest {
  const { code, kind } = executable(subject);
  if (subject.kind === 'snippet') {
    return { code, kind, signal, permissions: subject.snippet.permissions };
  }
  if (!subject.own) return { code, kind, signal, permissions: subject.program.permissions ?? [] };
  const { origin, typescript, transformed, unfit } = subject.program;
  if (unfit !== undefined) throw new CannotRunError({ reason: 'unfit', text: unfit });
  const from = {
    ...(origin && { origin }),
    ...(typescript && { typescript }),
    ...(transformed && { transformed }),
  };
  return { code, kind, signal, ...from };
}
