import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadBankFolder } from '../../../src/bank/bank-folder.ts';

export const realFolder = join(import.meta.dirname, '../../../questions');

let loaded: ReturnType<typeof loadBankFolder> | undefined;

/** The bank that ships, read once for all tests. */
export const realBank = () => (loaded ??= loadBankFolder(realFolder));

/** All its files with one of these endings, relative to it: tests are named after them. */
export function realFiles(...endings: string[]): string[] {
  return readdirSync(realFolder, { recursive: true })
    .map((file) => String(file).replaceAll('\\', '/'))
    .filter((file) => endings.some((ending) => file.endsWith(ending)))
    .sort();
}
