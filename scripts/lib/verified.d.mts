import type { Snippet, Verified } from '../../src/bank/model.ts';

export interface VerifiedFile {
  readonly nodes: string[];
  readonly runs: { readonly steady: number; readonly race: number };
  readonly snippets: Record<string, { readonly content: string; readonly date: string }>;
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
