import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { Bank } from '../../bank/model.ts';
import type { BankService, LoadedBank } from './services.ts';

/** Reads the compiled bank that the build put beside the extension. */
export function createBankService(extension: vscode.Uri): BankService {
  const file = vscode.Uri.joinPath(extension, 'dist', 'bank.json').fsPath;
  let loaded: Promise<LoadedBank> | undefined;
  return {
    load() {
      loaded ??= read(file).catch((error: unknown) => {
        // A later attempt may succeed, for example after an update put the file back.
        loaded = undefined;
        throw error;
      });
      return loaded;
    },
  };
}

async function read(file: string): Promise<LoadedBank> {
  const bank = bankOf(JSON.parse(await readFile(file, 'utf8')), file);
  const questions = new Map(bank.questions.map((question) => [question.id, question]));
  const snippets = new Map(bank.snippets.map((snippet) => [snippet.id, snippet]));
  return {
    bank,
    // A tree shows them topic by topic, and so do "next" and "previous".
    questions: bank.topics.flatMap(({ id }) => bank.questions.filter(({ topic }) => topic === id)),
    question: (id) => questions.get(id),
    snippet: (id) => snippets.get(id),
  };
}

/** The build has checked the contents; what may go wrong later is another file in its place. */
function bankOf(content: unknown, file: string): Bank {
  const bank = content as Partial<Bank> | null;
  const lists = [bank?.topics, bank?.questions, bank?.snippets];
  if (bank?.format !== 1 || !lists.every(Array.isArray)) {
    throw new Error(`${file} is not a question bank of this version.`);
  }
  return bank as Bank;
}
