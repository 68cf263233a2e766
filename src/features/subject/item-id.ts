import type { CardId } from '../../study/event.ts';

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
