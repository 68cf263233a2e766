import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Snippet, Verified } from '../../src/bank/model.ts';

/** What `npm run verify` writes. */
export interface VerifiedFile {
  /** Versions that ran every snippet and example. */
  readonly nodes: readonly string[];
  /** Of each snippet, idle and again under load, on each Node. */
  readonly runs: { readonly steady: number; readonly race: number };
  /**
   * By id, those of the packs that are part of the project too: `contentOf` it, and the day, such as
   * `2026-11-23`.
   */
  readonly snippets: Readonly<Record<string, { readonly content: string; readonly date: string }>>;
  /** Programs in answers: `contentOfExample` of each, sorted. */
  readonly examples: readonly string[];
}

/** A mark of all that decides what a snippet prints and what it is held against. */
export function contentOf({ kind, code, expect, variants }: Snippet) {
  const content = JSON.stringify([kind, code, expect, variants]);
  return createHash('sha256').update(content).digest('hex').slice(0, 12);
}

/** A mark of a program in an answer and of the output that the answer states. Where it is doesn't matter. */
export function contentOfExample({
  module,
  code,
  permissions,
  output,
}: {
  module: string;
  code: string;
  permissions: readonly string[];
  output?: string;
}) {
  const content = JSON.stringify([module, code, permissions, output]);
  return createHash('sha256').update(content).digest('hex').slice(0, 12);
}

/** The file as it is; nothing where there is none. */
export async function readVerified(file: string): Promise<VerifiedFile | undefined> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : (JSON.parse(text) as VerifiedFile);
}

export function isVerified(known: VerifiedFile | undefined, snippet: Snippet) {
  return known?.snippets[snippet.id]?.content === contentOf(snippet);
}

/**
 * What the file still says of these snippets: those that were changed since are left out.
 * @returns nothing without the file
 */
export async function verifiedOf(
  snippets: readonly Snippet[],
  file: string,
): Promise<Verified | undefined> {
  const known = await readVerified(file);
  if (known === undefined) return undefined;
  const same = snippets.filter((snippet) => isVerified(known, snippet));
  return {
    nodes: known.nodes,
    runs: known.runs,
    snippets: Object.fromEntries(same.map(({ id }) => [id, known.snippets[id]?.date ?? ''])),
  };
}

/** The file with one more snippet, and without those that the bank no longer has or that have changed. */
export function withVerified(
  known: VerifiedFile,
  bank: readonly Snippet[],
  snippet: Snippet,
  date: string,
): VerifiedFile {
  const kept = bank.flatMap((one): [string, VerifiedFile['snippets'][string]][] => {
    const before = known.snippets[one.id];
    if (one.id === snippet.id) return [[one.id, { content: contentOf(one), date }]];
    return before?.content === contentOf(one) ? [[one.id, before]] : [];
  });
  const sorted = kept.sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...known, snippets: Object.fromEntries(sorted) };
}

/**
 * The file with one more example, and without those that no page has any longer.
 * @param all marks of every page's examples
 * @param example its mark
 */
export function withExample(
  known: VerifiedFile,
  all: ReadonlySet<string>,
  example: string,
): VerifiedFile {
  const examples = new Set([...known.examples.filter((one) => all.has(one)), example]);
  return { ...known, examples: [...examples].sort() };
}
