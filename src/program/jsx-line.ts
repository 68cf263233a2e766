import { childrenOf } from './syntax-tree.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** The line of the first JSX in code, from 1; undefined for code without any, or that can't be read. */
export async function jsxLine(code: string): Promise<number | undefined> {
  const { parseLoosely } = await import('./typescript.child.ts');
  let program: SyntaxNode;
  try {
    program = parseLoosely(code, { types: true, jsx: true });
  } catch {
    return undefined;
  }
  const start = firstJsx(program);
  return start === undefined ? undefined : code.slice(0, start).split('\n').length;
}

function firstJsx(node: SyntaxNode): number | undefined {
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') return node.start;
  for (const child of childrenOf(node)) {
    const start = firstJsx(child);
    if (start !== undefined) return start;
  }
  return undefined;
}
