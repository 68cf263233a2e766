import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadBankFolder } from '../../../src/bank/bank-folder.ts';
import type { Mistake } from '../../../src/bank/mistake.ts';
import type { Bank } from '../../../src/bank/model.ts';

export const goodFolder = join(import.meta.dirname, '../../fixtures/bank-good');

/** What to do to one file of the good bank before it is read; a missing file is made. */
export interface Change {
  readonly file: string;
  readonly edit: (text: string) => string;
}

export interface Loaded {
  readonly bank: Bank;
  /** Their files are relative to the bank. */
  readonly mistakes: readonly Mistake[];
  /** The changed file's text, as it was read. */
  readonly text: string;
}

/** Loads a copy of the good bank with one change. */
export async function loadChanged({ file, edit }: Change): Promise<Loaded> {
  const folder = await mkdtemp(join(tmpdir(), 'loopwise-bank-'));
  try {
    await cp(goodFolder, folder, { recursive: true });
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    const text = edit(await readFile(path, 'utf8').catch(() => ''));
    await writeFile(path, text);
    const { bank, mistakes } = await loadBankFolder(folder);
    const relative = mistakes.map((mistake) => ({
      ...mistake,
      file: mistake.file.slice(folder.length + 1),
    }));
    return { bank, mistakes: relative, text };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** An edit that replaces a text that is there exactly once. */
export function replace(from: string, to: string): (text: string) => string {
  return (text) => {
    const parts = text.split(from);
    if (parts.length !== 2) throw new Error(`"${from}" is there ${parts.length - 1} times`);
    return parts.join(to);
  };
}
