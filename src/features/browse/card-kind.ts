import type * as vscode from 'vscode';
import type { CardId } from '../../study/event.ts';
import type { Progress } from '../../study/progress.ts';
import type { LoadedBank } from '../services/services.ts';

/** What a tree needs to know about the kind of cards that it lists. */
export interface CardKind<Card extends { readonly id: string }> {
  cardId(card: Card): CardId;
  /** In the order of the bank. */
  cards(bank: LoadedBank): readonly Card[];
  topicOf(card: Card, bank: LoadedBank): string | undefined;
  /** Level or difficulty. */
  gradeOf(card: Card): string;
  stateOf(card: Card, progress: Progress): string;
  /** What else can be asked for, e.g. the user's bookmark. */
  marksOf(card: Card, progress: Progress): readonly string[];
  /** The state that counts as finished. */
  readonly finished: string;
  /** The card for somebody who has done nothing yet. */
  readonly startWith: CardId;
  /** Without the tooltip, which is made when it is looked at. */
  item(card: Card, state: string, marks: readonly string[]): vscode.TreeItem;
  tooltip(card: Card, state: string, progress: Progress): vscode.MarkdownString;
  readonly labels: FilterLabels;
}

/** What a filter offers, in this order, with the words users see. */
export interface FilterLabels {
  readonly title: string;
  readonly grade: string;
  readonly grades: ReadonlyMap<string, string>;
  readonly states: ReadonlyMap<string, string>;
  /** The name of the group of marks. */
  readonly mark: string;
  readonly marks: ReadonlyMap<string, string>;
}
