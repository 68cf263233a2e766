import type { RunRequest } from '../../runner/model.ts';
import { executable } from './subject.ts';
import type { Subject } from './subject.ts';

/**
 * What the bank and packs bring may do what it declares: a snippet says so, a program within an answer
 * says so on its fence. Nothing is forbidden to the user's own code.
 */
export function runRequest(subject: Subject, signal: AbortSignal): RunRequest {
  const { code, kind } = executable(subject);
  if (subject.kind === 'snippet') {
    return { code, kind, signal, permissions: subject.snippet.permissions };
  }
  return {
    code,
    kind,
    signal,
    ...(!subject.own && { permissions: subject.program.permissions ?? [] }),
  };
}
