import type { ModuleKind, Permission } from '../../bank/model.ts';
import type { Order } from '../../order/order.ts';
import type { Origin } from '../../program/origin.ts';
import type { CardId } from '../../study/event.ts';
import { isPermission } from '../../bank/permissions.ts';
import { isOrigin } from '../../program/origin.ts';

/**
 * What the commands that predict and run a snippet take: the snippet's id, a node of a tree, or a
 * program that isn't a snippet of the bank.
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

/** What a command was given, whoever called it: a tree, a page, a menu, a keybinding. */
export type ReadArgument =
  | { readonly kind: 'none' }
  | { readonly kind: 'snippet'; readonly id: string }
  /** `own`: code of the user's workspace, unless a page that shows it says that it is not. */
  | { readonly kind: 'program'; readonly program: Program; readonly own: boolean }
  /** Editor menus name the file that they belong to. */
  | { readonly kind: 'file'; readonly uri: string }
  | { readonly kind: 'unusable' };

export function readArgument(argument: unknown): ReadArgument {
  if (argument === undefined || argument === null) return { kind: 'none' };
  if (typeof argument === 'string') return snippet(argument);
  if (typeof argument !== 'object') return { kind: 'unusable' };
  const given = argument as Readonly<Record<string, unknown>>;
  const {
    cardId,
    code,
    kind,
    title,
    expect,
    typescript,
    transformed,
    missing,
    unfit,
    permissions,
    origin,
  } = given;
  const { scheme, path } = given;
  if (typeof cardId === 'string') {
    return cardId.startsWith(prefix) ? snippet(cardId) : { kind: 'unusable' };
  }
  if (typeof code === 'string' && (kind === 'cjs' || kind === 'mjs')) {
    const program: Program = {
      code,
      kind,
      title: typeof title === 'string' ? title : '',
      ...(typeof typescript === 'string' && { typescript }),
      ...(transformed === true && { transformed }),
      ...(isListOfNames(missing) && { missing }),
      ...(typeof unfit === 'string' && { unfit }),
      ...(Array.isArray(permissions) && { permissions: permissions.filter(isPermission) }),
      ...(isOrigin(origin) && { origin }),
      ...(expect !== undefined && { expect: expect as Program['expect'] & {} }),
    };
    return { kind: 'program', own: given['own'] !== false, program };
  }
  if (typeof scheme === 'string' && typeof path === 'string') {
    return { kind: 'file', uri: (argument as { toString(): string }).toString() };
  }
  return { kind: 'unusable' };
}

const isListOfNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');

const prefix = 'snippet:';

function snippet(id: string): ReadArgument {
  return { kind: 'snippet', id: id.startsWith(prefix) ? id.slice(prefix.length) : id };
}

/** What a tree hands to the commands of its menus; its click hands over the id alone. */
export interface CardNode {
  readonly cardId: CardId;
}

/**
 * Reads the argument of a command that is about a question: an id, a question of the tree, or a
 * snippet of the tree, which stands for the question it belongs to.
 */
export function questionIdOf(argument: unknown): string | undefined {
  if (typeof argument === 'string') return argument;
  const snippet = idWithPrefix(argument, 'snippet:');
  // A snippet's id is `<question>/<file name>`.
  return snippet?.slice(0, snippet.lastIndexOf('/')) ?? idWithPrefix(argument, 'question:');
}

/** Reads the argument of a command that is about a snippet: an id or a snippet of the tree. */
export function snippetIdOf(argument: unknown): string | undefined {
  return typeof argument === 'string' ? argument : idWithPrefix(argument, 'snippet:');
}

function idWithPrefix(argument: unknown, prefix: string): string | undefined {
  if (typeof argument !== 'object' || argument === null || !('cardId' in argument))
    return undefined;
  const { cardId } = argument;
  return typeof cardId === 'string' && cardId.startsWith(prefix)
    ? cardId.slice(prefix.length)
    : undefined;
}
