import type * as vscode from 'vscode';
import type { CardId } from '../../study/event.ts';
import type { Progress } from '../../study/progress.ts';
import type { LoadedBank } from '../services/services.ts';

/** What a row of a tree shows of a card, beside the card itself. */
export interface Row {
  readonly state: string;
  readonly marks: readonly string[];
  /** See `leftOf`. */
  readonly left: number;
  /** Present where another row would look the same. */
  readonly apart?: string;
  /** It is where somebody begins who has done nothing yet. */
  readonly isStart?: boolean;
}

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
  /** What a row is called; see `Row.apart`. */
  labelOf(card: Card): string;
  /** What tells a card from one of the same name. */
  apart(card: Card, bank: LoadedBank): string;
  /** How many things a card that was begun still needs until it is finished. */
  leftOf(card: Card, progress: Progress): number;
  /** Without the tooltip, which is made when it is looked at. */
  item(card: Card, row: Row): vscode.TreeItem;
  tooltip(card: Card, state: string, progress: Progress, bank: LoadedBank): vscode.MarkdownString;
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
