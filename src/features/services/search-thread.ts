import type { SearchHit } from '../../bank/search.ts';
import type { Question } from '../../bank/model.ts';
import type { SearchDocument } from '../../bank/search-document.ts';
import { questionDocument, snippetDocument } from '../../bank/search-document.ts';
import { createLatest } from '../../collections/latest.ts';
import type { LoadedBank } from './services.ts';
import { createThread } from '../threads/thread.ts';
import type { SearchRequest } from './search-messages.ts';

/** An index of a bank that another thread holds. */
export interface SearchThread {
  /**
   * The best hits first, among what is indexed by now.
   * @returns undefined when something else was looked for before this one's turn came, or after
   *   `dispose`
   */
  find(words: string): Promise<readonly SearchHit[] | undefined>;
  /** Resolves when all questions and snippets are indexed, or after `dispose`. */
  readonly complete: Promise<void>;
  /** Tells the thread which notes are new. */
  readNotes(): void;
  dispose(): void;
}

/** So few that a search which waits behind them is not noticed. */
const atOnce = 40;
/** Indexing a batch takes some milliseconds; a thread that says nothing for so long hangs. */
const patience = 20_000;
/** Batches after which it is worth to search again. */
const growth = 25;

/**
 * @param noteOf the user's own note to a question; empty when there is none
 * @param grew called now and then while there is more to find than before
 */
export function createSearchThread(
  script: string,
  bank: LoadedBank,
  noteOf: (questionId: string) => string,
  grew: () => void,
): SearchThread {
  const thread = createThread<SearchRequest, readonly SearchHit[]>(script, undefined, {
    patience,
  });
  const notes = new Map<string, string>();
  let waiting: Asked | undefined;
  let disposed = false;

  const isDisposed = (): boolean => disposed;
  const ask = async (request: SearchRequest): Promise<readonly SearchHit[] | undefined> => {
    if (isDisposed()) return undefined;
    try {
      return await thread.ask(request);
    } catch (error) {
      if (isDisposed()) return undefined;
      throw error;
    }
  };
  const documentOf = (question: Question): SearchDocument => {
    const note = noteOf(question.id);
    notes.set(question.id, note);
    return questionDocument(question, (id) => bank.snippet(id), note);
  };
  const feed = async (): Promise<void> => {
    // Those that come with Loopwise are the first.
    for (let from = 0; from < bank.questions.length && !disposed; from += atOnce) {
      const questions = bank.questions.slice(from, from + atOnce);
      const snippets = questions.flatMap((question) =>
        question.snippets.flatMap((id) => bank.snippet(id) ?? []),
      );
      const documents = [...questions.map(documentOf), ...snippets.map(snippetDocument)];
      await ask({ kind: 'add', documents });
      if ((from / atOnce) % growth === growth - 1) grew();
    }
  };
  const finds = createLatest(
    async (asked: Asked) => {
      waiting = undefined;
      asked.resolve(await ask({ kind: 'find', words: asked.words }));
    },
    (error, asked) => asked.reject(error),
  );

  const complete = feed();
  // Callers that await it get the error; without this line it would be an unhandled rejection.
  complete.catch(() => undefined);
  return {
    complete,
    find(words) {
      waiting?.resolve(undefined);
      return new Promise((resolve, reject) => {
        waiting = { words, resolve, reject };
        void finds.ask(waiting);
      });
    },
    readNotes() {
      const documents = bank.questions
        .filter(({ id }) => notes.has(id) && notes.get(id) !== noteOf(id))
        .map(documentOf);
      if (documents.length === 0) return;
      // A thread that failed is told by the next search.
      void ask({ kind: 'add', documents }).catch(() => undefined);
    },
    dispose() {
      disposed = true;
      thread.dispose();
    },
  };
}

interface Asked {
  readonly words: string;
  readonly resolve: (hits: readonly SearchHit[] | undefined) => void;
  readonly reject: (error: unknown) => void;
}
