import type { SyntaxNode } from '../program/syntax-tree.ts';
import { isGlobalName, memberNames, moduleName } from './names.ts';
import { unwrapped, keyName, part, parts, stringOf, word } from './nodes.ts';
import { lookUp } from './scopes.ts';
import type { Code, NodePath } from './walk.ts';

/** A place in code that uses an API. */
export interface Use {
  /** Offsets of the name or the text that it is read from. */
  readonly start: number;
  readonly end: number;
  /** The API's names, the most exact one first. */
  readonly names: readonly string[];
  /** It is only brought into the file here. */
  readonly imported?: true;
}

/** Collects the uses of the APIs that somebody asks about. */
export interface UseCollector {
  visit(place: NodePath): void;
  /** In the order of the text. */
  uses(): Use[];
}

export function collectUses({ values }: Code, isWanted: (name: string) => boolean): UseCollector {
  const uses: Use[] = [];
  const add = (node: SyntaxNode, names: readonly string[], imported = false): void => {
    const wanted = names.filter(isWanted);
    if (wanted.length === 0) return;
    const { start, end } = node;
    uses.push({ start, end, names: wanted, ...(imported && { imported }) });
  };

  function visit(place: NodePath): void {
    const { node, scope, around } = place;
    switch (node.type) {
      case 'Identifier':
        if (isVariable(place)) add(node, values.of(node, scope)?.names ?? []);
        break;
      case 'MemberExpression': {
        const property = part(node, 'property');
        const call = around.at(-1);
        const isCalled = call?.type === 'CallExpression' && call['callee'] === node;
        const names = values.of(node, scope)?.names ?? [];
        if (property) add(property, [...(isCalled ? values.callNames(call, scope) : []), ...names]);
        break;
      }
      case 'MetaProperty': {
        if (word(part(node, 'meta'), 'name') === 'import') add(node, ['import.meta']);
        break;
      }
      case 'CallExpression': {
        const [first] = parts(node, 'arguments');
        const names = values.callNames(node, scope);
        if (first && names.length > 0) add(first, names);
        if (first && isRequire(place)) add(first, modulesOf(first), true);
        break;
      }
      case 'ImportExpression': {
        const source = part(node, 'source');
        if (source) add(source, modulesOf(source), true);
        break;
      }
      case 'ImportDeclaration':
        addImport(node);
        break;
      case 'VariableDeclarator': {
        const pattern = part(node, 'id');
        const value = part(node, 'init');
        if (pattern?.type === 'ObjectPattern' && value) {
          addPattern(pattern, values.of(value, scope)?.names ?? [], isImport(value));
        }
        break;
      }
    }
  }

  return {
    visit,
    uses: () => uses.sort((a, b) => a.start - b.start || a.end - b.end),
  };

  function addImport(node: SyntaxNode): void {
    const source = part(node, 'source');
    if (!source || node['importKind'] === 'type') return;
    add(source, modulesOf(source), true);
    const [module] = modulesOf(source);
    if (module === undefined) return;
    for (const specifier of parts(node, 'specifiers')) {
      const imported = part(specifier, 'imported');
      const local = part(specifier, 'local');
      const name = stringOf(imported) ?? word(imported, 'name');
      const names = name === undefined ? [module] : memberNames(module, name);
      if (local) add(local, names, true);
      if (imported && imported.start !== local?.start) add(imported, names, true);
    }
  }

  function addPattern(pattern: SyntaxNode, owner: readonly string[], imported: boolean): void {
    const [of] = owner;
    if (of === undefined) return;
    for (const property of parts(pattern, 'properties')) {
      const name = keyName(property);
      const key = part(property, 'key');
      if (name === undefined || !key) continue;
      const names = memberNames(of, name);
      add(key, names, imported);
      const value = part(property, 'value');
      if (value?.type === 'ObjectPattern') addPattern(value, names, imported);
      else if (value?.type === 'Identifier' && value.start !== key.start)
        add(value, names, imported);
    }
  }
}

function modulesOf(source: SyntaxNode): readonly string[] {
  const name = moduleName(stringOf(source) ?? '');
  return name === undefined ? [] : [name];
}

/** `require` that the code does not define itself. */
function isRequire({ node, scope }: NodePath): boolean {
  const callee = part(node, 'callee');
  return (
    callee?.type === 'Identifier' && word(callee, 'name') === 'require' && !lookUp('require', scope)
  );
}

function isImport(value: SyntaxNode): boolean {
  const inner = unwrapped(value);
  const call = inner.type === 'MemberExpression' ? part(inner, 'object') : inner;
  return call?.type === 'CallExpression' && word(part(call, 'callee'), 'name') === 'require';
}

/** Not a name after a dot, a key, a label, or what declares it. */
function isVariable({ node, scope, around }: NodePath): boolean {
  const parent = around.at(-1);
  if (!parent) return false;
  switch (parent.type) {
    case 'MemberExpression':
      if (parent['property'] === node && parent['computed'] !== true) return false;
      break;
    case 'Property':
    case 'PropertyDefinition':
    case 'MethodDefinition':
      // Of a shorthand, the value is another node at the same place.
      if (parent['key'] === node && parent['computed'] !== true) return false;
      // A pattern declares its names.
      if (around.at(-2)?.type === 'ObjectPattern') return false;
      break;
    case 'VariableDeclarator':
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'TSEnumMember':
      if (parent['id'] === node) return false;
      break;
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
    case 'ExportSpecifier':
    case 'MetaProperty':
      return false;
  }
  const name = word(node, 'name') ?? '';
  return lookUp(name, scope) !== undefined || isGlobalName(name);
}
