import { childrenOf } from './syntax-tree.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** Deeper than programs nest; what lies deeper is not looked at. */
export const mostDepth = 200;

/** What a call is given. */
export const argumentsOf = (call: SyntaxNode) => call['arguments'] as readonly SyntaxNode[];

/** The name that an expression is, or nothing. */
export function nameOf(node: unknown): string {
  const { type, name } = (node ?? {}) as { readonly type?: string; readonly name?: string };
  if (type === 'PrivateIdentifier') return `#${name}`;
  return type === 'Identifier' ? (name ?? '') : '';
}

/** The variable that an expression goes back to: `list` of `list[0].name`. */
export function rootOf(node: SyntaxNode): string {
  if (node.type === 'MemberExpression') return rootOf(node['object'] as SyntaxNode);
  if (node.type === 'ChainExpression') return rootOf(node['expression'] as SyntaxNode);
  if (node.type === 'ThisExpression') return 'this';
  return nameOf(node);
}

/** Each node, the outer ones first. */
export function visitAll(node: SyntaxNode, look: (node: SyntaxNode) => void, depth = 0): void {
  if (depth > mostDepth) return;
  look(node);
  for (const part of childrenOf(node)) visitAll(part, look, depth + 1);
}
