// @ts-check
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/**
 * What `npm run verify` writes.
 * @typedef {object} VerifiedFile
 * @property {string} date the day, `2026-11-23`
 * @property {string[]} nodes versions that ran every snippet
 * @property {{ steady: number, race: number }} runs of each snippet, idle and again under load, on each Node
 * @property {Record<string, string>} snippets `contentOf` of each snippet, by its id
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
 * What the file still says of these snippets: those that were changed since are left out.
 * @param {readonly import('../../src/bank/model.ts').Snippet[]} snippets
 * @param {string} file
 * @returns {Promise<import('../../src/bank/model.ts').Verified | undefined>} nothing without the file
 */
export async function verifiedOf(snippets, file) {
  const text = await readFile(file, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  /** @type {VerifiedFile} */
  const { date, nodes, runs, snippets: contents } = JSON.parse(text);
  const same = snippets.filter((snippet) => contents[snippet.id] === contentOf(snippet));
  return { date, nodes, runs, snippets: same.map(({ id }) => id) };
}
