import type { SyntaxNode } from '../../program/syntax-tree.ts';
import { codeParts, isFunction } from '../nodes.ts';

/** All nodes inside of a node, without those of functions and classes in it. */
export function ownNodes(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const add = (from: SyntaxNode): void => {
    for (const child of codeParts(from)) {
      if (isFunction(child) || child.type.startsWith('Class')) continue;
      found.push(child);
      add(child);
    }
  };
  add(node);
  return found;
}

/** The same with functions, for what counts wherever it is written. */
export function allNodes(node: SyntaxNode): SyntaxNode[] {
  return codeParts(node).flatMap((child) => [child, ...allNodes(child)]);
}
