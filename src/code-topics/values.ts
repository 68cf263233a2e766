import type { SyntaxNode } from '../program/syntax-tree.ts';
import { handlerParameters } from './handlers.ts';
import {
  kindFrom,
  kindOfMember,
  kindsOf,
  parametersOf,
  returnsItself,
  subscribes,
} from './kinds.ts';
import type { Kind } from './kinds.ts';
import { isGlobalName, memberNames, moduleName } from './names.ts';
import { unwrapped, isFunction, memberName, part, parts, stringOf, word } from './nodes.ts';
import { functionNamed, lookUp } from './scopes.ts';
import type { Binding, Scope, Scopes } from './scopes.ts';

/** What an expression is known to be. */
export interface Value {
  /** The API under its names, the most exact first; none for an object that an API returned. */
  readonly names: readonly string[];
  /** What the object is, when it is one. */
  readonly kind?: Kind;
}

/** Tells what expressions are, from what is written in the same file alone. */
export interface Values {
  of(node: SyntaxNode, scope: Scope): Value | undefined;
  ofBinding(binding: Binding): Value | undefined;
  /** The names of a call that is given a text first, such as `process.on('SIGTERM')`. */
  callNames(call: SyntaxNode, scope: Scope): readonly string[];
}

export function createValues(scopes: Scopes): Values {
  const known = new Map<Binding, Value | undefined>();
  /** By the node: it is asked for by each chain that begins with it. */
  const seen = new Map<SyntaxNode, Value | undefined>();

  function of(node: SyntaxNode, scope: Scope): Value | undefined {
    const inner = unwrapped(node);
    if (seen.has(inner)) return seen.get(inner);
    const value = look(inner, scope);
    seen.set(inner, value);
    return value;
  }

  function look(inner: SyntaxNode, scope: Scope): Value | undefined {
    switch (inner.type) {
      case 'Identifier': {
        const name = word(inner, 'name') ?? '';
        const binding = lookUp(name, scope);
        if (binding) return ofBinding(binding);
        return isGlobalName(name) ? named([name]) : undefined;
      }
      case 'MemberExpression': {
        const object = part(inner, 'object');
        const name = memberName(inner);
        const owner = object && name !== undefined ? of(object, scope) : undefined;
        return owner && name !== undefined ? member(owner, name) : undefined;
      }
      case 'CallExpression':
        return ofCall(inner, scope);
      case 'NewExpression': {
        const callee = part(inner, 'callee');
        return callee ? constructed(callee, scope) : undefined;
      }
      case 'ImportExpression':
        return ofModule(stringOf(part(inner, 'source')));
      case 'AwaitExpression':
      case 'AssignmentExpression': {
        const result = part(inner, inner.type === 'AwaitExpression' ? 'argument' : 'right');
        const value = result && of(result, scope);
        return value?.kind === 'promise' && inner.type === 'AwaitExpression' ? undefined : value;
      }
      case 'MetaProperty':
        return word(part(inner, 'meta'), 'name') === 'import' ? named(['import.meta']) : undefined;
      case 'ThisExpression':
        return ofThis(scope);
      default:
        return undefined;
    }
  }

  function ofCall(call: SyntaxNode, scope: Scope): Value | undefined {
    const callee = part(call, 'callee');
    if (!callee) return undefined;
    const required = requiredModule(call, scope);
    if (required !== undefined) return ofModule(required);
    const inner = unwrapped(callee);
    const value = of(inner, scope);
    const kind = value && kindFrom(value.names);
    if (kind !== undefined) return { names: [], kind };
    if (!value) return isAsync(callee, scope) ? { names: [], kind: 'promise' } : undefined;
    const object = part(inner, 'object');
    const method = object ? memberName(inner) : undefined;
    if (!object || method === undefined) return undefined;
    if (returnsItself(method)) return of(object, scope);
    const [to] = parts(call, 'arguments');
    return method === 'pipe' && to && value.names.includes('readable.pipe')
      ? of(to, scope)
      : undefined;
  }

  const isAsync = (callee: SyntaxNode, scope: Scope) =>
    functionNamed(callee, scope)?.['async'] === true;

  function requiredModule(call: SyntaxNode, scope: Scope): string | undefined {
    const callee = part(call, 'callee');
    const [module] = parts(call, 'arguments');
    if (callee?.type !== 'Identifier' || word(callee, 'name') !== 'require') return undefined;
    const declared = lookUp('require', scope);
    // `const require = createRequire(import.meta.url)` is how an ES module gets one.
    const source = declared?.source;
    const isOwn =
      source !== undefined &&
      !(
        source.kind === 'value' &&
        of(calleeOf(source.node), declared?.scope ?? scope)?.names[0] === 'module.createRequire'
      );
    return isOwn ? undefined : stringOf(module);
  }

  const calleeOf = (node: SyntaxNode): SyntaxNode => part(node, 'callee') ?? node;

  function constructed(callee: SyntaxNode, scope: Scope): Value | undefined {
    const kind = kindOfClass(callee, scope);
    return kind === undefined ? undefined : { names: [], kind };
  }

  /** Of a class of Node.js or a package, or of one in the file that extends it. */
  function kindOfClass(callee: SyntaxNode, scope: Scope, depth = 0): Kind | undefined {
    const value = of(callee, scope);
    const kind = value && kindFrom(value.names);
    if (kind !== undefined || depth > 5) return kind;
    const inner = unwrapped(callee);
    const declared =
      inner.type === 'Identifier' ? lookUp(word(inner, 'name') ?? '', scope) : undefined;
    const node = declared?.source.kind === 'declared' ? declared.source.node : undefined;
    const parent = node && part(node, 'superClass');
    return declared && parent ? kindOfClass(parent, declared.scope, depth + 1) : undefined;
  }

  function ofThis(scope: Scope): Value | undefined {
    for (let at: Scope | undefined = scope; at; at = at.parent) {
      if (isFunction(at.node) && at.node.type !== 'ArrowFunctionExpression') {
        if (!at.parent || !isClass(at.parent.node)) return undefined;
      } else if (isClass(at.node)) {
        const parent = part(at.node, 'superClass');
        const kind = parent && kindOfClass(parent, at);
        return kind === undefined ? undefined : { names: [], kind };
      }
    }
    return undefined;
  }

  function ofBinding(binding: Binding): Value | undefined {
    if (known.has(binding)) return known.get(binding);
    // Of a name that is defined by itself nothing is known.
    known.set(binding, undefined);
    const value = read(binding);
    known.set(binding, value);
    return value;
  }

  function read({ source, assigned, scope }: Binding): Value | undefined {
    const [later] = assigned;
    if (source.kind === 'declared' && assigned.length === 1 && later) {
      // `let server;`, and its value later on.
      return source.node.type === 'VariableDeclarator' ? of(later.node, later.scope) : undefined;
    }
    if (source.kind === 'declared') return ofType(source.node, scope);
    if (assigned.length > 0) return undefined;
    switch (source.kind) {
      case 'import': {
        const module = ofModule(source.module);
        return module && source.member !== undefined ? member(module, source.member) : module;
      }
      case 'value': {
        let value = of(source.node, source.scope);
        for (const name of source.path) value = value && member(value, name);
        return value;
      }
      case 'parameter':
        return (source.type && ofType(source.type, scope)) ?? ofParameter(source.of, source.index);
      case 'unknown':
        return undefined;
    }
  }

  /** What a type annotation says, when it is the name of a class. */
  function ofType(annotation: SyntaxNode, scope: Scope): Value | undefined {
    const type = part(annotation, 'typeAnnotation');
    const name = type?.type === 'TSTypeReference' ? part(type, 'typeName') : undefined;
    const value = name && ofTypeName(name, scope);
    const kind = value && kindFrom(value.names);
    return kind === undefined ? undefined : { names: [], kind };
  }

  function ofTypeName(name: SyntaxNode, scope: Scope): Value | undefined {
    if (name.type === 'Identifier') return of(name, scope);
    const left = part(name, 'left');
    const right = word(part(name, 'right'), 'name');
    const owner = left && ofTypeName(left, scope);
    return owner && right !== undefined ? member(owner, right) : undefined;
  }

  function ofParameter(fn: SyntaxNode, index: number): Value | undefined {
    for (const { node: call, scope } of scopes.callsWith(fn)) {
      const callee = part(call, 'callee');
      const names = [...callNames(call, scope), ...((callee && of(callee, scope)?.names) ?? [])];
      const kind = parametersOf(names)?.[index];
      if (kind !== undefined) return { names: [], kind };
    }
    const kind = handlerParameters(fn)?.[index];
    return kind === undefined ? undefined : { names: [], kind };
  }

  function callNames(call: SyntaxNode, scope: Scope): readonly string[] {
    const callee = part(call, 'callee');
    const [first] = parts(call, 'arguments');
    const text = stringOf(first);
    if (!callee || text === undefined || text.length > 60) return [];
    const inner = unwrapped(callee);
    const value = of(inner, scope);
    const method = inner.type === 'MemberExpression' ? memberName(inner) : undefined;
    return (value?.names ?? []).map((name) =>
      method !== undefined && subscribes(method)
        ? `${name.slice(0, name.lastIndexOf('.'))}.on('${text}')`
        : `${name}('${text.toLowerCase()}')`,
    );
  }

  return { of, ofBinding, callNames };
}

const isClass = ({ type }: SyntaxNode): boolean =>
  type === 'ClassDeclaration' || type === 'ClassExpression';

function ofModule(specifier: string | undefined): Value | undefined {
  const name = specifier === undefined ? undefined : moduleName(specifier);
  return name === undefined ? undefined : named([name]);
}

function named(names: readonly string[]): Value {
  const kind = kindOfMember(names[0] ?? '');
  return { names, ...(kind !== undefined && { kind }) };
}

function member({ names, kind }: Value, name: string): Value | undefined {
  const ofPath =
    names[0] === undefined
      ? []
      : names.flatMap((one, at) => (at === 0 ? memberNames(one, name) : []));
  const ofKind = kind === undefined ? [] : kindsOf(kind).map((one) => `${one}.${name}`);
  const all = [...new Set([...ofPath, ...ofKind])];
  return all.length === 0 ? undefined : named(all);
}
