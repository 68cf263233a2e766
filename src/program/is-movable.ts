import { isBuiltin } from 'node:module';
import type { AnyNode, Identifier, MemberExpression, Program } from 'acorn';
import { ancestor } from 'acorn-walk';
import { parseAs } from './module-syntax.ts';

/**
 * Whether a program does the same wherever its file is: it loads nothing but Node's own modules, and
 * doesn't ask for its path. False when in doubt.
 */
export function isMovable(code: string): boolean {
  const program = parseAs(code, 'module') ?? parseAs(code, 'script');
  try {
    // Not code at all, or nested deeper than the stack of the parser.
    return program ? isFree(program) : !/\b(?:require|import|__dirname|__filename)\b/.test(code);
  } catch (error) {
    // Nested deeper than the stack.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function isFree(program: Program): boolean {
  let free = true;
  const need = (isSo: boolean): void => void (free &&= isSo);
  const loads = ({ source }: { readonly source?: AnyNode | null | undefined }): void =>
    need(!source || namesBuiltin(source));
  ancestor(program, {
    ImportDeclaration: loads,
    ImportExpression: loads,
    ExportAllDeclaration: loads,
    ExportNamedDeclaration: loads,
    MetaProperty: ({ meta }) => need(meta.name !== 'import'),
    MemberExpression: (node) => need(!asksForPath(node)),
    Identifier: (node, _, ancestors) => need(isFreeName(node, ancestors.at(-2))),
  });
  return free;
}

function isFreeName({ name }: Identifier, parent: AnyNode | undefined): boolean {
  // Only whether there is one: that is the same everywhere.
  if (parent?.type === 'UnaryExpression' && parent.operator === 'typeof') return true;
  if (name === '__filename' || name === '__dirname') return false;
  if (name === 'require') {
    if (parent?.type === 'CallExpression') return namesBuiltin(parent.arguments[0]);
    return parent?.type === 'MemberExpression' && nameOf(parent.property) === 'main';
  }
  if (name !== 'module') return true;
  return !(parent?.type === 'MemberExpression' && nameOf(parent.property) !== 'exports');
}

/** `process.argv` begins with the program's path; so do names of it in other places. */
const asksForPath = ({ property, computed }: MemberExpression): boolean =>
  !computed && ['argv', 'mainModule', 'createRequire'].includes(nameOf(property) ?? '');

const namesBuiltin = (node: AnyNode | undefined): boolean => {
  const value = node?.type === 'Literal' ? node.value : undefined;
  // `createRequire` loads from anywhere.
  return typeof value === 'string' && isBuiltin(value) && !/^(?:node:)?module$/.test(value);
};

const nameOf = (node: AnyNode): string | undefined =>
  node.type === 'Identifier' ? node.name : undefined;
