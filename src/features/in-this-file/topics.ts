import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { indexQuestions } from '../../code-topics/question-index.ts';
import type { QuestionIndex } from '../../code-topics/question-index.ts';
import type { Question } from '../../bank/model.ts';
import { loadOnce } from '../../collections/load-once.ts';
import type { BankService } from '../services/services.ts';

/** What is known of a question without reading the whole bank. */
export type Topic = Pick<Question, 'id' | 'title' | 'label' | 'snippets' | 'relevantTo'>;

/** The questions that code may be about. */
export interface Topics {
  readonly index: QuestionIndex;
  topic(id: string): Topic | undefined;
}

/** Knows the questions that ship, and once the bank has been read, those of packs too. */
export interface TopicsSource {
  load(): Promise<Topics>;
  readonly onDidChange: vscode.Event<void>;
  dispose(): void;
}

export function createTopics(extension: vscode.Uri, bank: BankService): TopicsSource {
  const file = vscode.Uri.joinPath(extension, 'dist', 'identifiers.json').fsPath;
  const changed = new vscode.EventEmitter<void>();
  let ofBank = false;
  const { load, forget } = loadOnce<Topics>(async () =>
    ofBank ? topicsOf((await bank.load()).questions) : read(file),
  );
  const listener = bank.onDidChange(() => {
    ofBank = true;
    forget();
    changed.fire();
  });
  return {
    load,
    onDidChange: changed.event,
    dispose() {
      listener.dispose();
      changed.dispose();
    },
  };
}

const read = async (file: string): Promise<Topics> =>
  topicsOf(JSON.parse(await readFile(file, 'utf8')) as readonly Topic[]);

function topicsOf(questions: readonly Topic[]): Topics {
  const byId = new Map(questions.map((question) => [question.id, question]));
  return { index: indexQuestions(questions), topic: (id) => byId.get(id) };
}
