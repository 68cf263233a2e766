// @ts-check
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/**
 * What `npm run verify` writes.
 * @typedef {object} VerifiedFile
 * @property {string[]} nodes versions that ran every snippet and example
 * @property {{ steady: number, race: number }} runs of each snippet, idle and again under load, on each Node
 * @property {Record<string, { content: string, date: string }>} snippets by id, those of the packs that
 *   are part of the project too: `contentOf` it, and the day, `2026-11-23`
 * @property {string[]} examples programs in answers: `contentOfExample` of each, sorted
 */

/**
 * A mark of all that decides what a snippet prints and what it is held against.
 * @param {import('../../src/bank/model.ts').Snippet} snippet
 */
export function contentOf({ kind, code, expect, variants }) {
  const content = JSON.stringify([kind, code, expect, variants]);
  return createHash('sha256').update(content).digest('hex').slice(0, 12);
}

/**
 * A mark of a program in an answer and of the output that the answer states. Where it is doesn't matter.
 * @param {{ module: string, code: string, permissions: readonly string[], output?: string }} fence
 */
export function contentOfExample({ module, code, permissions, output }) {
  const content = JSON.stringify([module, code, permissions, output]);
  return createHash('sha256').update(content).digest('hex').slice(0, 12);
}

/**
 * The file as it is; nothing where there is none.
 * @param {string} file
 * @returns {Promise<VerifiedFile | undefined>}
 */
export async function readVerified(file) {
  const text = await readFile(file, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : JSON.parse(text);
}

/**
 * @param {VerifiedFile | undefined} known
 * @param {import('../../src/bank/model.ts').Snippet} snippet
 */
export function isVerified(known, snippet) {
  return known?.snippets[snippet.id]?.content === contentOf(snippet);
}

/**
 * What the file still says of these snippets: those that were changed since are left out.
 * @param {readonly import('../../src/bank/model.ts').Snippet[]} snippets
 * @param {string} file
 * @returns {Promise<import('../../src/bank/model.ts').Verified | undefined>} nothing without the file
 */
export async function verifiedOf(snippets, file) {
  const known = await readVerified(file);
  if (known === undefined) return undefined;
  const same = snippets.filter((snippet) => isVerified(known, snippet));
  return {
    nodes: known.nodes,
    runs: known.runs,
    snippets: Object.fromEntries(same.map(({ id }) => [id, known.snippets[id]?.date ?? ''])),
  };
}

/**
 * The file with one more snippet, and without those that the bank no longer has or that have changed.
 * @param {VerifiedFile} known
 * @param {readonly import('../../src/bank/model.ts').Snippet[]} bank
 * @param {import('../../src/bank/model.ts').Snippet} snippet
 * @param {string} date
 * @returns {VerifiedFile}
 */
export function withVerified(known, bank, snippet, date) {
  const kept = bank.flatMap((one) => {
    const before = known.snippets[one.id];
    if (one.id === snippet.id) return [[one.id, { content: contentOf(one), date }]];
    return before?.content === contentOf(one) ? [[one.id, before]] : [];
  });
  const sorted = kept.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return { ...known, snippets: Object.fromEntries(sorted) };
}

/**
 * The file with one more example, and without those that no page has any longer.
 * @param {VerifiedFile} known
 * @param {ReadonlySet<string>} all marks of every page's examples
 * @param {string} example its mark
 * @returns {VerifiedFile}
 */
export function withExample(known, all, example) {
  const examples = new Set([...known.examples.filter((one) => all.has(one)), example]);
  return { ...known, examples: [...examples].sort() };
}
