import * as vscode from 'vscode';
import type { Question, Snippet } from '../../bank/model.ts';
import { firstSentences } from '../../bank/first-sentences.ts';
import type { SearchId } from '../../bank/search-document.ts';
import { createSearchThread } from '../services/search-thread.ts';
import type { SearchThread } from '../services/search-thread.ts';
import type { LoadedBank, Services } from '../services/services.ts';

/** What a search finds: the best first. */
export interface FoundInBank {
  readonly questions: readonly FoundQuestion[];
  readonly snippets: readonly FoundSnippet[];
  readonly notKnown: readonly string[];
}

export interface FoundQuestion {
  readonly id: string;
  readonly title: string;
  readonly level: Question['level'];
  /** The pack of a question that didn't come with Loopwise. */
  readonly pack?: string;
  /** What one says in an interview, in Markdown. */
  readonly answer: string;
  readonly keyPoints: readonly string[];
  readonly sources: readonly string[];
}

/** Without its output: a snippet is there to be predicted. */
export interface FoundSnippet {
  readonly id: string;
  readonly title: string;
  readonly difficulty: Snippet['difficulty'];
  readonly module: 'commonjs' | 'esm';
  readonly code: string;
}

/** Searches the bank as the search of the sidebar does, without what users noted. */
export interface BankSearch {
  find(query: string): Promise<FoundInBank>;
  dispose(): void;
}

const [mostQuestions, mostSnippets, mostSentences] = [5, 5, 6];
/** How long an index is kept that nobody searches, in milliseconds. */
const idleTime = 5 * 60_000;

export function createBankSearch({
  bank,
  context,
}: Pick<Services, 'bank' | 'context'>): BankSearch {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/lazy/search.worker.js').fsPath;
  let index: { readonly bank: LoadedBank; readonly thread: SearchThread } | undefined;
  /** One after the other: the thread answers the newest search alone. */
  let last: Promise<unknown> = Promise.resolve();
  let idle: ReturnType<typeof setTimeout> | undefined;

  function drop(): void {
    clearTimeout(idle);
    index?.thread.dispose();
    index = undefined;
  }

  function indexOf(loaded: LoadedBank): SearchThread {
    if (index?.bank !== loaded) {
      drop();
      const nothing = { noteOf: () => '', grew: () => undefined };
      const thread = createSearchThread(script, loaded, nothing.noteOf, nothing.grew);
      index = { bank: loaded, thread };
    }
    return index.thread;
  }

  async function find(query: string): Promise<FoundInBank> {
    clearTimeout(idle);
    const loaded = await bank.loadAll();
    const thread = indexOf(loaded);
    await thread.complete;
    const hits = (await thread.find(query)) ?? [];
    idle = setTimeout(drop, idleTime);
    idle.unref();
    return foundIn(
      loaded,
      hits.map(({ id }) => id),
    );
  }

  return {
    find(query) {
      const mine = last.then(() => find(query));
      last = mine.catch(() => undefined);
      return mine;
    },
    dispose: drop,
  };
}

function foundIn(bank: LoadedBank, ids: readonly SearchId[]): FoundInBank {
  const idOf = (id: SearchId) => id.slice(id.indexOf(':') + 1);
  const questions = ids
    .filter((id) => id.startsWith('question:'))
    .flatMap((id) => bank.question(idOf(id)) ?? []);
  const snippets = ids
    .filter((id) => id.startsWith('snippet:'))
    .flatMap((id) => bank.snippet(idOf(id)) ?? []);
  const isCut = questions.length > mostQuestions || snippets.length > mostSnippets;
  const isNothing = questions.length + snippets.length === 0;
  return {
    questions: questions.slice(0, mostQuestions).map(foundQuestion),
    snippets: snippets.slice(0, mostSnippets).map(foundSnippet),
    notKnown: [
      ...(isNothing
        ? [
            vscode.l10n.t(
              "The question bank has nothing about this, which doesn't mean that interviewers never ask it.",
            ),
          ]
        : []),
      ...(isCut
        ? [
            vscode.l10n.t(
              'These are the best of {0} questions and {1} snippets that match.',
              ...[questions.length, snippets.length],
            ),
          ]
        : []),
    ],
  };
}

function foundQuestion(question: Question): FoundQuestion {
  const { id, title, level, pack, sayIt, keyPoints, sources } = question;
  return {
    ...{ id, title, level },
    ...(pack !== undefined && { pack }),
    answer: firstSentences(sayIt).slice(0, mostSentences).join(' '),
    keyPoints: keyPoints.map(({ text }) => text),
    sources: sources.map(({ url }) => url),
  };
}

const foundSnippet = ({ id, title, difficulty, kind, code }: Snippet): FoundSnippet => ({
  ...{ id, title, difficulty, code },
  module: kind === 'mjs' ? 'esm' : 'commonjs',
});
