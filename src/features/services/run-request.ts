import type { RunRequest } from '../../runner/model.ts';
import { executable } from './subject.ts';
import type { Subject } from './subject.ts';

/** A snippet of the bank says what it needs; nothing is forbidden to other code. */
export function runRequest(subject: Subject, signal: AbortSignal): RunRequest {
  const { code, kind } = executable(subject);
  if (subject.kind !== 'snippet') return { code, kind, signal };
  return { code, kind, signal, permissions: subject.snippet.permissions };
}
