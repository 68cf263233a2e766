import { parse } from '@babel/parser';
import type { SyntaxNode } from './syntax-tree.ts';

/**
 * The syntax tree of JavaScript or TypeScript in the form of ESTree, with nodes of types where there
 * are any. Mistakes that do not keep the parser from going on (a name declared twice) are passed over.
 * @throws SyntaxError with the offset `pos` of what can't be read
 */
export function parseLoosely(
  text: string,
  { types, jsx }: { readonly types: boolean; readonly jsx: boolean },
): SyntaxNode {
  return parse(text, {
    sourceType: 'module',
    errorRecovery: true,
    attachComment: false,
    allowReturnOutsideFunction: true,
    allowAwaitOutsideFunction: true,
    allowNewTargetOutsideFunction: true,
    allowSuperOutsideMethod: true,
    allowUndeclaredExports: true,
    plugins: [
      ['estree', { classFeatures: true }],
      'decorators',
      'explicitResourceManagement',
      ...(types ? (['typescript'] as const) : []),
      ...(jsx ? (['jsx'] as const) : []),
    ],
  }).program as unknown as SyntaxNode;
}
