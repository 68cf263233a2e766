import { isBuiltin } from 'node:module';
import type { Node } from 'acorn';
import { parseAs } from './module-syntax.ts';
import { isNameOnly, isNode } from './module-usage.ts';

/**
 * Whether a program does the same wherever its file is: it loads nothing but Node's own modules, and
 * doesn't ask for its path. False when in doubt.
 */
export function isMovable(code: string): boolean {
  const program = parseAs(code, 'module') ?? parseAs(code, 'script');
  try {
    // Not code at all, or nested deeper than the stack of the parser.
    return program
      ? isFree(program, {})
      : !/\b(?:require|import|__dirname|__filename)\b/.test(code);
  } catch (error) {
    // Nested deeper than the stack.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

type Parts = Readonly<Record<string, unknown>>;

function isFree(node: Node, parent: Parts): boolean {
  const parts = node as unknown as Parts;
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
      if (!namesBuiltin(parts['source'])) return false;
      break;
    case 'ExportNamedDeclaration':
      if (parts['source'] && !namesBuiltin(parts['source'])) return false;
      break;
    case 'MetaProperty':
      return nameOf(parts['meta']) !== 'import';
    case 'Identifier':
      return isFreeName(nameOf(node), parent);
    case 'MemberExpression':
      if (asksForPath(parts)) return false;
  }
  return Object.entries(parts)
    .filter(([key]) => !isNameOnly(node.type, key, parts))
    .flatMap(([, part]) => part)
    .every((part) => !isNode(part) || isFree(part, parts));
}

function isFreeName(name: string | undefined, parent: Parts): boolean {
  // Only whether there is one: that is the same everywhere.
  if (parent['type'] === 'UnaryExpression' && parent['operator'] === 'typeof') return true;
  if (name === '__filename' || name === '__dirname') return false;
  if (name === 'require') {
    const [first] = Array.isArray(parent['arguments']) ? (parent['arguments'] as unknown[]) : [];
    if (parent['type'] === 'CallExpression') return namesBuiltin(first);
    return parent['type'] === 'MemberExpression' && nameOf(parent['property']) === 'main';
  }
  if (name !== 'module') return true;
  return !(parent['type'] === 'MemberExpression' && nameOf(parent['property']) !== 'exports');
}

/** `process.argv` begins with the program's path; so do names of it in other places. */
function asksForPath({ property, computed }: Parts): boolean {
  return (
    computed !== true && ['argv', 'mainModule', 'createRequire'].includes(nameOf(property) ?? '')
  );
}

const namesBuiltin = (node: unknown): boolean => {
  const value = isNode(node) ? (node as unknown as Parts)['value'] : undefined;
  // `createRequire` loads from anywhere.
  return typeof value === 'string' && isBuiltin(value) && !/^(?:node:)?module$/.test(value);
};

const nameOf = (node: unknown): string | undefined =>
  isNode(node) && node.type === 'Identifier'
    ? ((node as unknown as Parts)['name'] as string)
    : undefined;
