import type { SyntaxNode } from '../program/syntax-tree.ts';
import { unwrapped, codeParts, isFunction, keyName, part, parts, stringOf, word } from './nodes.ts';

/** What a name is bound to, as far as it can be told from the code. */
export type Source =
  /** `member` is undefined for the whole module, as in `import * as`. */
  | { readonly kind: 'import'; readonly module: string; readonly member: string | undefined }
  /** What an expression yields, or a member of it that a pattern takes out. */
  | (Placed & { readonly kind: 'value'; readonly path: readonly string[] })
  | {
      readonly kind: 'parameter';
      readonly of: SyntaxNode;
      readonly index: number;
      readonly type?: SyntaxNode;
    }
  | { readonly kind: 'declared'; readonly node: SyntaxNode }
  | { readonly kind: 'unknown' };

/** A node, and the scope in which its names mean something. */
export interface Placed {
  readonly node: SyntaxNode;
  readonly scope: Scope;
}

export interface Binding {
  readonly scope: Scope;
  readonly source: Source;
  /** What is assigned later; undefined for what can't be followed, such as `a++`. */
  readonly assigned: (Placed | undefined)[];
}

export interface Scope {
  readonly parent: Scope | undefined;
  readonly names: Map<string, Binding>;
  /** The function, class, block or program that it belongs to. */
  readonly node: SyntaxNode;
}

export interface Scopes {
  readonly root: Scope;
  /** The scope that a node opens; undefined for one that opens none. */
  opened(node: SyntaxNode): Scope | undefined;
  /** The calls that a function is given to, written in place or by its name. */
  callsWith(fn: SyntaxNode): readonly Placed[];
}

export function lookUp(name: string, scope: Scope): Binding | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    const found = at.names.get(name);
    if (found) return found;
  }
  return undefined;
}

/** The function that an expression is or names, when that name is bound once in the file. */
export function functionNamed(expression: SyntaxNode, scope: Scope): SyntaxNode | undefined {
  const inner = unwrapped(expression);
  if (isFunction(inner)) return inner;
  if (inner.type !== 'Identifier') return undefined;
  const binding = lookUp(word(inner, 'name') ?? '', scope);
  if (!binding || binding.assigned.length > 0) return undefined;
  const { source } = binding;
  if (source.kind === 'declared') return isFunction(source.node) ? source.node : undefined;
  if (source.kind !== 'value' || source.path.length > 0) return undefined;
  const value = unwrapped(source.node);
  return isFunction(value) ? value : undefined;
}

/** All declarations of a program, and what is assigned to them. */
export function readScopes(program: SyntaxNode): Scopes {
  const scopes = new Map<SyntaxNode, Scope>();
  const assignments: { name: string; scope: Scope; value: SyntaxNode | undefined }[] = [];
  const given: { argument: SyntaxNode; call: Placed }[] = [];

  const open = (node: SyntaxNode, parent: Scope | undefined): Scope => {
    const scope: Scope = { parent, names: new Map(), node };
    scopes.set(node, scope);
    return scope;
  };

  const bind = (name: string | undefined, scope: Scope, source: Source): void => {
    if (name === undefined) return;
    const before = scope.names.get(name);
    // Declared twice, as `var` may be: nobody can tell which one counts.
    if (before) before.assigned.push(undefined);
    else scope.names.set(name, { scope, source, assigned: [] });
  };

  const root = open(program, undefined);
  for (const child of codeParts(program)) visit(child, root);
  for (const { name, scope, value } of assignments) {
    lookUp(name, scope)?.assigned.push(value && { node: value, scope });
  }
  const calls = new Map<SyntaxNode, Placed[]>();
  for (const { argument, call } of given) {
    const fn = functionNamed(argument, call.scope);
    if (fn) calls.set(fn, [...(calls.get(fn) ?? []), call]);
  }
  return { root, opened: (node) => scopes.get(node), callsWith: (fn) => calls.get(fn) ?? [] };

  function visit(node: SyntaxNode, scope: Scope): void {
    if (isFunction(node)) {
      visitFunction(node, scope);
      return;
    }
    switch (node.type) {
      case 'ImportDeclaration':
        visitImport(node, scope);
        return;
      case 'TSImportEqualsDeclaration': {
        const module = stringOf(part(part(node, 'moduleReference') ?? node, 'expression'));
        bind(word(part(node, 'id'), 'name'), scope, importOf(module, undefined));
        return;
      }
      case 'TSEnumDeclaration':
      case 'TSModuleDeclaration':
        bind(word(part(node, 'id'), 'name'), scope, { kind: 'unknown' });
        if (node.type === 'TSEnumDeclaration') return;
        break;
      case 'ClassDeclaration':
      case 'ClassExpression': {
        const inner = open(node, scope);
        const home = node.type === 'ClassDeclaration' ? scope : inner;
        bind(word(part(node, 'id'), 'name'), home, { kind: 'declared', node });
        visitParts(node, inner);
        return;
      }
      case 'VariableDeclaration':
        visitVariables(node, scope);
        break;
      case 'CallExpression':
      case 'NewExpression':
        for (const argument of parts(node, 'arguments')) {
          given.push({ argument, call: { node, scope } });
        }
        break;
      case 'AssignmentExpression': {
        const left = part(node, 'left');
        const value = node['operator'] === '=' ? part(node, 'right') : undefined;
        if (left) assign(left, scope, value);
        break;
      }
      case 'UpdateExpression': {
        const argument = part(node, 'argument');
        if (argument) assign(argument, scope, undefined);
        break;
      }
      case 'ForInStatement':
      case 'ForOfStatement': {
        const inner = open(node, scope);
        const left = part(node, 'left');
        if (left && left.type !== 'VariableDeclaration') assign(left, inner, undefined);
        visitParts(node, inner);
        return;
      }
      case 'BlockStatement':
      case 'StaticBlock':
      case 'ForStatement':
      case 'SwitchStatement':
        visitParts(node, open(node, scope));
        return;
      case 'CatchClause': {
        const inner = open(node, scope);
        const caught = part(node, 'param');
        if (caught) bindPattern(caught, inner, { kind: 'unknown' });
        visitParts(node, inner);
        return;
      }
    }
    visitParts(node, scope);
  }

  function visitParts(node: SyntaxNode, scope: Scope): void {
    for (const child of codeParts(node)) visit(child, scope);
  }

  function visitFunction(node: SyntaxNode, scope: Scope): void {
    if (node.type === 'FunctionDeclaration') {
      bind(word(part(node, 'id'), 'name'), scope, { kind: 'declared', node });
    }
    const inner = open(node, scope);
    if (node.type === 'FunctionExpression') {
      bind(word(part(node, 'id'), 'name'), inner, { kind: 'declared', node });
    }
    if (node.type !== 'ArrowFunctionExpression') bind('arguments', inner, { kind: 'unknown' });
    parts(node, 'params').forEach((param, index) => {
      const pattern = param.type === 'TSParameterProperty' ? part(param, 'parameter') : param;
      if (!pattern) return;
      const named = pattern.type === 'AssignmentPattern' ? part(pattern, 'left') : pattern;
      const type = named && part(named, 'typeAnnotation');
      const source: Source = { kind: 'parameter', of: node, index, ...(type && { type }) };
      bindPattern(pattern, inner, source);
      visit(pattern, inner);
    });
    const body = part(node, 'body');
    // The body's declarations are in the scope of the parameters, which no code can tell from its own.
    if (body?.type === 'BlockStatement') visitParts(body, inner);
    else if (body) visit(body, inner);
  }

  function visitImport(node: SyntaxNode, scope: Scope): void {
    const module = stringOf(part(node, 'source'));
    for (const specifier of parts(node, 'specifiers')) {
      const imported = part(specifier, 'imported');
      const member =
        specifier.type === 'ImportSpecifier'
          ? (stringOf(imported) ?? word(imported, 'name'))
          : undefined;
      bind(word(part(specifier, 'local'), 'name'), scope, importOf(module, member));
    }
  }

  function visitVariables(node: SyntaxNode, scope: Scope): void {
    let home = scope;
    if (node['kind'] === 'var') {
      while (home.parent && !isFunction(home.node)) home = home.parent;
    }
    for (const declarator of parts(node, 'declarations')) {
      const pattern = part(declarator, 'id');
      const value = part(declarator, 'init');
      if (!pattern) continue;
      const type = part(pattern, 'typeAnnotation');
      bindPattern(
        pattern,
        home,
        value
          ? { kind: 'value', node: value, scope, path: [] }
          : { kind: 'declared', node: type ?? declarator },
      );
    }
  }

  function bindPattern(pattern: SyntaxNode, scope: Scope, source: Source): void {
    const under = (name: string | undefined): Source =>
      source.kind === 'value' && name !== undefined
        ? { ...source, path: [...source.path, name] }
        : { kind: 'unknown' };
    switch (pattern.type) {
      case 'Identifier':
        bind(word(pattern, 'name'), scope, source);
        break;
      case 'AssignmentPattern': {
        const left = part(pattern, 'left');
        // A value may be there instead of the default; of a parameter, its kind is still known.
        if (left) bindPattern(left, scope, source);
        break;
      }
      case 'RestElement': {
        const argument = part(pattern, 'argument');
        if (argument) bindPattern(argument, scope, { kind: 'unknown' });
        break;
      }
      case 'ArrayPattern':
        for (const one of parts(pattern, 'elements')) bindPattern(one, scope, { kind: 'unknown' });
        break;
      case 'ObjectPattern':
        for (const property of parts(pattern, 'properties')) {
          const value = part(property, 'value');
          if (property.type === 'RestElement') bindPattern(property, scope, { kind: 'unknown' });
          else if (value) bindPattern(value, scope, under(keyName(property)));
        }
        break;
    }
  }

  function assign(target: SyntaxNode, scope: Scope, value: SyntaxNode | undefined): void {
    if (target.type === 'Identifier') {
      assignments.push({ name: word(target, 'name') ?? '', scope, value });
    } else if (target.type !== 'MemberExpression') {
      for (const child of codeParts(target)) assign(child, scope, undefined);
    }
  }
}

const importOf = (module: string | undefined, member: string | undefined): Source =>
  module === undefined ? { kind: 'unknown' } : { kind: 'import', module, member };
