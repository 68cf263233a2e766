import { anyOrder, deriveDecoys } from '../../bank/decoys.ts';
import type { ModuleKind, Snippet } from '../../bank/model.ts';
import { orderLines } from '../../order/order-lines.ts';
import type { Order } from '../../order/order.ts';
import type { OutputLine } from '../../order/output.ts';
import type { Runtime } from '../../runner/model.ts';
import type { VerifiedText } from '../../shared/verified.ts';
import type { Program, SnippetArgument } from './command-argument.ts';

/** What is predicted or run. */
export type Subject =
  | {
      readonly kind: 'snippet';
      readonly snippet: Snippet;
      readonly questionTitle: string;
      /** See `verifiedText`. */
      readonly verified?: VerifiedText;
    }
  /** `own`: code of the user's workspace, which runs only where the workspace is trusted. */
  | { readonly kind: 'program'; readonly program: Program; readonly own: boolean };

interface Executable {
  readonly title: string;
  readonly code: string;
  readonly kind: ModuleKind;
}

export function executable(subject: Subject): Executable {
  return subject.kind === 'snippet' ? subject.snippet : subject.program;
}

/** The code as its author wrote it, and the language it is in. */
export function shownCode(subject: Subject): { readonly code: string; readonly language: string } {
  const { code, kind } = executable(subject);
  const typescript = subject.kind === 'program' ? subject.program.typescript : undefined;
  return typescript === undefined ? { code, language: kind } : { code: typescript, language: 'ts' };
}

/** The outputs that are possible on a Node version (`24.1.0`); undefined when nobody said. */
export function expectation(subject: Subject, version: string): Order | undefined {
  if (subject.kind === 'program') return subject.program.expect;
  const major = Number.parseInt(version, 10);
  const variant = subject.snippet.variants.find(
    ({ from = 0, to = Infinity }) => from <= major && major <= to,
  );
  return variant?.expect ?? subject.snippet.expect;
}

/** The outputs that are possible on any Node, since it is not known yet which one will run. */
export function anyExpectation(subject: Subject): Order | undefined {
  if (subject.kind === 'program') return subject.program.expect;
  return anyOrder(subject.snippet);
}

/** The lines that may be printed, on any Node; none when they are not known before a run. */
export function possibleLines(subject: Subject): readonly OutputLine[] {
  const order = anyExpectation(subject);
  return order === undefined ? [] : orderLines(order);
}

/** Lines to choose from that are never printed; none where those that are printed are not known. */
export function decoys(subject: Subject): readonly OutputLine[] {
  if (subject.kind === 'snippet') return subject.snippet.decoys ?? [];
  const lines = possibleLines(subject);
  return lines.length === 0 ? [] : deriveDecoys(subject.program.code, lines);
}

/** Two subjects with the same key are the same thing to predict. */
export function subjectKey(subject: Subject): string {
  if (subject.kind === 'snippet') return `snippet ${subject.snippet.id}`;
  const { code, kind, title, origin } = subject.program;
  return `program ${JSON.stringify([kind, title, code, origin?.uri ?? ''])}`;
}

/** What `SeenOutputs` knows a subject by: what one Node prints says nothing of another one. */
export function seenKey(subject: Subject, { version }: Runtime): string {
  return `${version} ${subjectKey(subject)}`;
}

/** Code of the user's workspace runs only in a trusted one; what Loopwise brings runs anywhere. */
export function mayRun(subject: Subject, trusted: boolean): boolean {
  return trusted || subject.kind === 'snippet' || !subject.own;
}

/** What other commands are given to be about the same code. */
export function argumentOf(subject: Subject): SnippetArgument {
  if (subject.kind === 'snippet') return subject.snippet.id;
  return { ...subject.program, own: subject.own };
}
