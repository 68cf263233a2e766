import { childrenOf } from './syntax-tree.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** Deeper than programs nest; what lies deeper is not looked at. */
const mostDepth = 200;

const isFunction = ({ type }: SyntaxNode): boolean => /Function/.test(type);

/** The functions that one returns, where they are written: `(name) => () => ...`. */
export function returnedBy(maker: SyntaxNode | undefined): readonly SyntaxNode[] {
  const body = maker?.['body'] as SyntaxNode | undefined;
  if (!body) return [];
  if (isFunction(body)) return [body];
  const found: SyntaxNode[] = [];
  const visit = (node: SyntaxNode, depth: number): void => {
    if (depth > mostDepth || isFunction(node)) return;
    const returned =
      node.type === 'ReturnStatement' ? (node['argument'] as SyntaxNode | null) : null;
    if (returned && isFunction(returned)) found.push(returned);
    for (const part of childrenOf(node)) visit(part, depth + 1);
  };
  visit(body, 0);
  return found;
}
