import type { Node } from 'acorn';

/** What code uses that only CommonJS has: `require`, `__dirname` …; undefined for nothing. */
export function usesCommonJs(program: Node): string | undefined {
  const declared = new Set<string>();
  const used = new Set<string>();
  visit(program, declared, used);
  return commonJsNames.find((name) => used.has(name) && !declared.has(name));
}

/** What code uses that only ES modules have. */
export function moduleSyntaxUsed(program: Node): 'import' | 'import.meta' | 'await' {
  const { body } = program as unknown as { body: readonly Node[] };
  if (body.some(({ type }) => /^(Import|Export)/.test(type))) return 'import';
  return contains(program, 'MetaProperty') ? 'import.meta' : 'await';
}

const commonJsNames = ['require', 'module', 'exports', '__filename', '__dirname'];

/**
 * Without scopes: a name that is declared anywhere counts as declared everywhere, as in
 * `const require = createRequire(import.meta.url)`.
 */
function visit(node: Node, declared: Set<string>, used: Set<string>): void {
  const { type } = node;
  const parts = node as unknown as Readonly<Record<string, unknown>>;
  if (type === 'Identifier') {
    used.add(parts['name'] as string);
    return;
  }
  // `typeof require` is how code asks which kind it is.
  if (type === 'UnaryExpression' && parts['operator'] === 'typeof' && isName(parts['argument'])) {
    return;
  }
  for (const [key, value] of Object.entries(parts)) {
    if (isNameOnly(type, key, parts)) continue;
    for (const part of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (!isNode(part)) continue;
      if (declares(type, key)) bind(part, declared);
      visit(part, declared, used);
    }
  }
}

/** `a` in `x.a`, `{ a: 1 }` and `a: for (;;)` is no variable. */
export function isNameOnly(
  type: string,
  key: string,
  parts: Readonly<Record<string, unknown>>,
): boolean {
  if (key === 'label') return true;
  if (parts['computed'] === true) return false;
  if (type === 'MemberExpression') return key === 'property';
  if (type === 'Property') return key === 'key' && parts['shorthand'] !== true;
  return key === 'key' && (type === 'MethodDefinition' || type === 'PropertyDefinition');
}

function declares(type: string, key: string): boolean {
  return (
    (key === 'id' && /Declarat|Function|Class/.test(type)) ||
    key === 'params' ||
    key === 'local' ||
    (type === 'CatchClause' && key === 'param')
  );
}

function bind(pattern: Node, declared: Set<string>): void {
  const parts = pattern as unknown as Readonly<Record<string, unknown>>;
  if (pattern.type === 'Identifier') declared.add(parts['name'] as string);
  for (const key of ['properties', 'elements', 'value', 'argument', 'left']) {
    const value = parts[key];
    for (const part of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (isNode(part)) bind(part, declared);
    }
  }
}

function contains(node: Node, type: string): boolean {
  if (node.type === type) return true;
  return Object.values(node)
    .flat()
    .some((part) => isNode(part) && contains(part, type));
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as { type?: unknown }).type === 'string';

const isName = (value: unknown): boolean => isNode(value) && value.type === 'Identifier';
