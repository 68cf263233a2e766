import type { ModuleKind, Permission, Snippet, Verified } from '../../src/bank/model.ts';

export interface VerifiedFile {
  readonly nodes: string[];
  readonly runs: { readonly steady: number; readonly race: number };
  readonly snippets: Record<string, { readonly content: string; readonly date: string }>;
  readonly examples: readonly string[];
}

export function contentOf(snippet: Snippet): string;
export function readVerified(file: string): Promise<VerifiedFile | undefined>;
export function isVerified(known: VerifiedFile | undefined, snippet: Snippet): boolean;
export function withVerified(
  known: VerifiedFile,
  bank: readonly Snippet[],
  snippet: Snippet,
  date: string,
): VerifiedFile;
export function verifiedOf(
  snippets: readonly Snippet[],
  file: string,
): Promise<Verified | undefined>;

/** A mark of a program in an answer and of the output that the answer states. */
export function contentOfExample(fence: {
  readonly module: ModuleKind;
  readonly code: string;
  readonly permissions: readonly Permission[];
  readonly output?: string;
}): string;

/** The file with one more example, and without those that no page has any longer. */
export function withExample(
  known: VerifiedFile,
  all: ReadonlySet<string>,
  example: string,
): VerifiedFile;
