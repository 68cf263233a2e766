import { inRoot } from '../../scripts/lib/paths.mts';
import { loadBankFolder } from '../../src/bank/bank-folder.ts';
import type { Bank } from '../../src/bank/model.ts';

/** Those of the project, as they are on disk. */
export async function ownQuestions(): Promise<Bank['questions']> {
  const { bank } = await loadBankFolder(inRoot('questions'));
  return bank.questions;
}
