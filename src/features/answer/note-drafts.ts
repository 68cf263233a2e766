import type * as vscode from 'vscode';
import type { NoteDraft } from '../../shared/answer.ts';

/** What was being written when a page was left: it waits here for the page to be opened again. */
export interface NoteDrafts {
  get(questionId: string): NoteDraft | undefined;
  set(questionId: string, draft: NoteDraft | undefined): void;
}

const key = 'answer.noteDrafts';

/** @param memento of the window: two of them may write about one question at the same time */
export function createNoteDrafts(memento: vscode.Memento): NoteDrafts {
  const drafts = new Map(Object.entries(memento.get<Record<string, NoteDraft>>(key, {})));
  return {
    get: (id) => drafts.get(id),
    set(id, draft) {
      if (draft) drafts.set(id, draft);
      else if (!drafts.delete(id)) return;
      void memento.update(key, Object.fromEntries(drafts));
    },
  };
}
