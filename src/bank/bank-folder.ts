import type { Bank } from './model.ts';

/** One thing an author has to change. Lines and columns count from 1. */
export interface Mistake {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  /** What is wrong, without a full stop. */
  readonly message: string;
  /** What to write instead, as a sentence. */
  readonly advice: string;
}

/** Reads and checks a folder of topics; whatever has no mistake is in the bank. */
export function loadBankFolder(
  _folder: string,
): Promise<{ readonly bank: Bank; readonly mistakes: readonly Mistake[] }> {
  return Promise.resolve({
    bank: { format: 1, topics: [], questions: [], snippets: [] },
    mistakes: [],
  });
}
