import type { Snippet, Verified } from '../../src/bank/model.ts';

export function contentOf(snippet: Snippet): string;
export function verifiedOf(
  snippets: readonly Snippet[],
  file: string,
): Promise<Verified | undefined>;
