import type { ModuleKind, Permission } from '../../bank/model.ts';
import type { Order } from '../../order/order.ts';
import type { Origin } from '../../program/origin.ts';
import type { CardId } from '../../study/event.ts';

/**
 * What the commands that predict and run a snippet take: the snippet's id, a node of a tree, or a
 * program that is no snippet of the bank.
 */
export type SnippetArgument = string | { readonly cardId: CardId } | ProgramArgument;

export interface Program {
  /** Of a part of a document, with blanks before it: its lines are the document's. */
  readonly code: string;
  readonly kind: ModuleKind;
  readonly title: string;
  /** The TypeScript that `code` was made of: lines are the same, and columns unless it was transformed. */
  readonly typescript?: string;
  /** `code` is more than TypeScript with blanks for types: Node.js can't run the file by itself. */
  readonly transformed?: true;
  /** Why no Node.js runs it: a sentence that names the line. `code` is what the document has. */
  readonly unfit?: string;
  /** Names that a part of a document uses and does not define. */
  readonly missing?: readonly string[];
  /** The document that it is from. A program of a saved file runs where that is. */
  readonly origin?: Origin;
  /** What a program of an answer needs beyond computing; nothing restricts the user's own. */
  readonly permissions?: readonly Permission[];
  /** What it prints, when the author said so. */
  readonly expect?: Order;
}

/** A program as one page hands it to another: `own` code stays bound to the workspace's trust. */
export type ProgramArgument = Program & { readonly own?: boolean };
