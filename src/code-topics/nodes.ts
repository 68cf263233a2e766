import type { SyntaxNode } from '../program/syntax-tree.ts';

/** A part of a node by its key; undefined where it is missing or not a node. */
export function part(node: SyntaxNode, key: string): SyntaxNode | undefined {
  const value = node[key];
  return isNode(value) ? value : undefined;
}

/** A list of parts, without the holes that array patterns and array literals may have. */
export function parts(node: SyntaxNode, key: string): readonly SyntaxNode[] {
  const value = node[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

export function word(node: SyntaxNode | undefined, key: string): string | undefined {
  const value = node?.[key];
  return typeof value === 'string' ? value : undefined;
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as { type?: unknown }).type === 'string';

/** What types alone are about: it is gone when the code runs. */
const typeKeys = new Set([
  ...['typeAnnotation', 'returnType', 'typeParameters', 'typeArguments', 'implements'],
  ...['superTypeParameters', 'superTypeArguments', 'loc', 'range', 'extra'],
]);

const typeNodes = new Set([
  ...['TSInterfaceDeclaration', 'TSTypeAliasDeclaration', 'TSDeclareFunction'],
  ...['TSDeclareMethod', 'TSAbstractMethodDefinition', 'TSAbstractPropertyDefinition'],
  ...['TSIndexSignature', 'TSEmptyBodyFunctionExpression'],
]);

/** The parts of a node that run, in the order in which the parser lists them. */
export function codeParts(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (const key in node) {
    const value = node[key];
    if (typeof value !== 'object' || value === null || typeKeys.has(key)) continue;
    if (Array.isArray(value)) {
      for (const one of value as unknown[]) if (isNode(one) && runs(one)) found.push(one);
    } else if (isNode(value) && runs(value)) found.push(value);
  }
  return found;
}

const runs = (node: SyntaxNode): boolean =>
  !(node.type.startsWith('TS') && typeNodes.has(node.type)) && node['declare'] !== true;

/** An expression without what only the compiler, or a chain of `?.`, puts around it. */
export function unwrapped(node: SyntaxNode): SyntaxNode {
  let inner = node;
  while (wrappers.has(inner.type)) {
    const next = part(inner, 'expression');
    if (!next) return inner;
    inner = next;
  }
  return inner;
}

const wrappers = new Set([
  ...['ChainExpression', 'ParenthesizedExpression', 'TSAsExpression', 'TSNonNullExpression'],
  ...['TSSatisfiesExpression', 'TSTypeAssertion', 'TSInstantiationExpression'],
]);

export const isFunction = ({ type }: SyntaxNode): boolean =>
  type === 'FunctionDeclaration' ||
  type === 'FunctionExpression' ||
  type === 'ArrowFunctionExpression';

/** The text of a string literal, or of a template without expressions. */
export function stringOf(node: SyntaxNode | undefined): string | undefined {
  if (node?.type === 'Literal') return word(node, 'value');
  if (node?.type !== 'TemplateLiteral' || parts(node, 'expressions').length > 0) return undefined;
  const [only] = parts(node, 'quasis');
  const value = only?.['value'] as { readonly cooked?: unknown } | undefined;
  return typeof value?.cooked === 'string' ? value.cooked : undefined;
}

/** The name by which a member is asked for, as in `a.b` and `a['b']`; undefined for a computed one. */
export function memberName(member: SyntaxNode): string | undefined {
  const property = part(member, 'property');
  if (!property) return undefined;
  return member['computed'] === true
    ? stringOf(property)
    : property.type === 'Identifier'
      ? word(property, 'name')
      : undefined;
}

/** The name of a property in a literal or a pattern. */
export function keyName(property: SyntaxNode): string | undefined {
  const key = part(property, 'key');
  if (!key) return undefined;
  return property['computed'] === true || key.type === 'Literal'
    ? stringOf(key)
    : word(key, 'name');
}
