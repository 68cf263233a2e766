import type * as vscode from 'vscode';
import type { CardId } from '../../study/event.ts';
import type { ReviewQueue } from '../../study/review/review-queue.ts';

/** What is due now, by FSRS: the one source of every count, mark and filter that says so. */
export interface Due {
  /** As it is now; waits for the bank with its packs and for the log. */
  load(): Promise<DueNow>;
  /** As it was last told; undefined before anything was reviewed, or before anybody asked. */
  readonly current: DueNow | undefined;
  /** Whether a card is due, or one of a question's cards where it is the question's; as it was last told. */
  isDue(card: CardId): boolean;
  /** Fires when `current` is another one: after a review, in any window, or because time went by. */
  readonly onDidChange: vscode.Event<void>;
}

export interface DueNow extends ReviewQueue {
  /** The cards that are due, and the questions that they belong to, as `question:<id>`. */
  readonly ids: ReadonlySet<CardId>;
  /** Whether anything was ever reviewed. */
  readonly begun: boolean;
}
