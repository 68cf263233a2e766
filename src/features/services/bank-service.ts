import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { loadOnce } from '../../collections/load-once.ts';
import type { Bank } from '../../bank/model.ts';
import type { BankService, LoadedBank } from './services.ts';

/** Reads the compiled bank that the build put beside the extension, and adds what packs bring. */
export function createBankService(extension: vscode.Uri): BankService {
  const file = vscode.Uri.joinPath(extension, 'dist', 'bank.json').fsPath;
  const changed = new vscode.EventEmitter<void>();
  const first = new vscode.EventEmitter<void>();
  // An update may put the file back.
  const own = loadOnce(() => readBank(file));
  let packs: readonly Bank[] = [];
  let loaded: Promise<LoadedBank> | undefined;
  let asked = false;
  const packsRead = deferred();

  const load = (): Promise<LoadedBank> => {
    const loading = (loaded ??= own.load().then((bank) => loadedBank([bank, ...packs])));
    loading.catch(() => {
      if (loaded === loading) loaded = undefined;
    });
    if (!asked) {
      asked = true;
      first.fire();
    }
    return loading;
  };

  return {
    onDidChange: changed.event,
    onFirstLoad: first.event,
    load,
    async loadAll() {
      await load();
      await packsRead.promise;
      return load();
    },
    setPacks(banks) {
      packsRead.resolve();
      if (banks.length === 0 && packs.length === 0) return;
      packs = banks;
      loaded = undefined;
      changed.fire();
    },
    dispose() {
      changed.dispose();
      first.dispose();
    },
  };
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
}

function loadedBank(banks: readonly Bank[]): LoadedBank {
  const bank: Bank = {
    format: 1,
    topics: banks.flatMap(({ topics }) => topics),
    questions: banks.flatMap(({ questions }) => questions),
    snippets: banks.flatMap(({ snippets }) => snippets),
    ...(banks[0]?.verified && { verified: banks[0].verified }),
  };
  const topics = new Map(bank.topics.map((topic) => [topic.id, topic]));
  const questions = new Map(bank.questions.map((question) => [question.id, question]));
  const snippets = new Map(bank.snippets.map((snippet) => [snippet.id, snippet]));
  const byTopic = new Map(
    bank.topics.map(({ id }) => [id, [] as LoadedBank['questions'][number][]]),
  );
  for (const question of bank.questions) byTopic.get(question.topic)?.push(question);
  return {
    bank,
    // A tree shows them topic by topic, and so do "next" and "previous".
    questions: [...byTopic.values()].flat(),
    topic: (id) => topics.get(id),
    question: (id) => questions.get(id),
    snippet: (id) => snippets.get(id),
  };
}

async function readBank(file: string): Promise<Bank> {
  return bankOf(JSON.parse(await readFile(file, 'utf8')), file);
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
