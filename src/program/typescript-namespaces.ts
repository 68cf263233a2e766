import { parse } from 'acorn';
import { analyze } from 'eslint-scope';
import type { Scope } from 'eslint-scope';
import { isModuleSyntax } from './module-syntax.ts';
import { applyEdits, breaksOf } from './text-edits.ts';
import type { TextEdit } from './text-edits.ts';
import { childrenOf, isParts } from './syntax-tree.ts';
import type { Parts } from './syntax-tree.ts';
import { UnsupportedSyntax } from './unsupported-syntax.ts';

/** One block of a namespace, which becomes a function that is called immediately. */
export interface NamespaceBlock {
  readonly name: string;
  /** Stands for the name until it is known that nothing else in the block has it. */
  readonly mark: string;
  readonly line: number;
  /** Variables that it exports: they live on the namespace's object alone. */
  readonly variables: Set<string>;
  /** All that the blocks of the same namespace export. */
  readonly exported: Set<string>;
}

interface Unwrapped {
  readonly edits: readonly TextEdit[];
  readonly namespaces: readonly NamespaceBlock[];
}

interface Unwrapping {
  readonly source: string;
  readonly edits: TextEdit[];
  readonly namespaces: NamespaceBlock[];
  readonly exportedBy: Map<string, Set<string>>;
}

const markOf = (index: number) => `$loopwise_namespace_${index}_`;

/**
 * Makes functions of namespaces, as the compiler does. What they export is marked, and becomes part of
 * the namespace's object in `qualifyExports`, when the types are gone.
 */
export function unwrapNamespaces(program: Parts, source: string): Unwrapped {
  const unwrapping: Unwrapping = { source, edits: [], namespaces: [], exportedBy: new Map() };
  unwrapAll(program['body'] as readonly Parts[], undefined, '', unwrapping);
  return unwrapping;
}

function unwrapAll(
  statements: readonly Parts[],
  around: NamespaceBlock | undefined,
  path: string,
  unwrapping: Unwrapping,
): void {
  const declared = new Set<string>();
  for (const statement of statements) {
    const isExport =
      statement.type === 'ExportNamedDeclaration' && isParts(statement['declaration']);
    const inner = isExport ? (statement['declaration'] as Parts) : statement;
    if (around && isExport && inner.type !== 'TSModuleDeclaration') {
      exportFrom(around, statement, inner, unwrapping);
    }
    if (around && /^(?:TSImportEquals|Import)/.test(inner.type) && inner['isExport'] === true) {
      throw new UnsupportedSyntax({ what: 'exportedAlias' }, inner.loc.start.line);
    }
    if (inner.type === 'TSModuleDeclaration' && leavesCode(inner)) {
      const outer = { around, path, isExported: isExport, start: statement.start };
      unwrap(inner, declared, outer, unwrapping);
    }
    if (/^(?:Class|Function|TSEnum)Declaration$/.test(inner.type))
      declared.add(nameOf(inner['id']));
  }
}

interface Outer {
  readonly around: NamespaceBlock | undefined;
  readonly path: string;
  readonly isExported: boolean;
  readonly start: number;
}

function unwrap(node: Parts, declared: Set<string>, outer: Outer, unwrapping: Unwrapping): void {
  const { source, edits, namespaces, exportedBy } = unwrapping;
  const { around, isExported } = outer;
  const name = nameOf(node['id']);
  const path = `${outer.path}/${name}`;
  const exported = exportedBy.get(path) ?? new Set();
  exportedBy.set(path, exported);
  const mark = markOf(namespaces.length);
  const { line } = node.loc.start;
  const block: NamespaceBlock = { name, mark, line, variables: new Set(), exported };
  namespaces.push(block);
  const isNew = !declared.has(name);
  declared.add(name);
  if (around && isExported) around.exported.add(name);

  const body = node['body'] as Parts;
  const isDotted = body.type === 'TSModuleDeclaration';
  const bodyStart = isDotted ? (body['id'] as Parts).start : body.start + 1;
  const keyword = around ? 'let' : isExported ? 'export var' : 'var';
  const head = `${isNew ? `${keyword} ${name}; ` : ';'}(function (${mark}) {`;
  const breaks = breaksOf(source.slice(outer.start, bodyStart));
  edits.push({ start: outer.start, end: bodyStart, text: `${head}${breaks} ` });
  const object =
    around && isExported
      ? `${name} = ${around.mark}.${name} || (${around.mark}.${name} = {})`
      : `${name} || (${name} = {})`;
  const tail = `})(${object});`;
  if (isDotted) {
    const inner = { around: block, path, isExported: true, start: bodyStart };
    unwrap(body, new Set(), inner, unwrapping);
    edits.push({ start: body.end, end: body.end, text: ` ${tail}` });
  } else {
    unwrapAll(body['body'] as readonly Parts[], block, path, unwrapping);
    edits.push({ start: body.end - 1, end: body.end, text: tail });
  }
}

function exportFrom(
  block: NamespaceBlock,
  statement: Parts,
  declaration: Parts,
  { source, edits }: Unwrapping,
): void {
  const { start } = statement;
  const blank = source.slice(start, declaration.start).replaceAll(/[^\n]/g, ' ');
  edits.push({ start, end: declaration.start, text: blank });
  if (declaration['declare'] === true) return;
  if (declaration.type === 'VariableDeclaration') {
    for (const { id } of declaration['declarations'] as readonly { id: Parts }[]) {
      if (id.type !== 'Identifier') {
        throw new UnsupportedSyntax({ what: 'exportedPattern' }, id.loc.start.line);
      }
      block.variables.add(nameOf(id));
      block.exported.add(nameOf(id));
    }
  } else if (/^(?:Class|Function|TSEnum)Declaration$/.test(declaration.type)) {
    const name = nameOf(declaration['id']);
    block.exported.add(name);
    const text = ` ${block.mark}.${name} = ${name};`;
    edits.push({ start: declaration.end, end: declaration.end, text });
  }
}

const nameOf = (id: unknown): string => (id as { name: string }).name;

/** A namespace of types alone leaves nothing. */
function leavesCode(node: Parts): boolean {
  if (node['declare'] === true || node['global'] === true) return false;
  const body = node['body'] as Parts;
  if (body.type === 'TSModuleDeclaration') return leavesCode(body);
  return (body['body'] as readonly Parts[]).some((statement) => {
    const { declaration } = statement;
    const inner = isParts(declaration) ? declaration : statement;
    if (inner['declare'] === true) return false;
    if (inner.type === 'TSModuleDeclaration') return leavesCode(inner);
    return !/^TS(?:Interface|TypeAlias|Declare)/.test(inner.type);
  });
}

/** Has what namespaces export read from, and written to, their objects. */
export function qualifyExports(code: string, namespaces: readonly NamespaceBlock[]): string {
  if (namespaces.length === 0) return code;
  const program = parse(code, {
    ecmaVersion: 'latest',
    sourceType: isModuleSyntax(code) ? 'module' : 'script',
    ranges: true,
    locations: true,
    allowHashBang: true,
    allowReturnOutsideFunction: true,
    allowAwaitOutsideFunction: true,
  });
  const shorthand = new Set(shorthandIn(program as unknown as Parts));
  const { scopes } = analyze(program as Parameters<typeof analyze>[0], {
    ecmaVersion: 2022,
    sourceType: 'module',
  });
  const edits = scopes.flatMap((scope) => {
    const [parameter] = (scope.block as { params?: readonly unknown[] }).params ?? [];
    const mark = scope.type === 'function' && isParts(parameter) ? parameter['name'] : undefined;
    const block = namespaces.find((each) => each.mark === mark);
    return block ? qualify(scope, block, shorthand) : [];
  });
  let result = applyEdits(code, edits);
  for (const { mark, name } of namespaces) result = result.replaceAll(mark, name);
  return result;
}

/** Offsets of names in `{ name }`. */
function shorthandIn(node: Parts): number[] {
  const own = node.type === 'Property' && node['shorthand'] === true ? [node.start] : [];
  return [...own, ...childrenOf(node).flatMap(shorthandIn)];
}

function qualify(scope: Scope, block: NamespaceBlock, shorthand: ReadonlySet<number>): TextEdit[] {
  const hidden = scopesIn(scope).find(({ set }) => set.has(block.name));
  if (hidden) {
    throw new UnsupportedSyntax({ what: 'hiddenNamespace', namespace: block.name }, block.line);
  }
  const own = scope.variables.filter(({ name }) => block.variables.has(name));
  const references = [
    ...own.flatMap((variable) => variable.references),
    ...scope.through.filter(({ identifier }) => block.exported.has(nameOf(identifier))),
  ];
  const edits = references.map(({ identifier }): TextEdit => {
    const { start, end, name } = identifier as unknown as Parts & { name: string };
    const full = `${block.mark}.${name}`;
    return { start, end, text: shorthand.has(start) ? `${name}: ${full}` : full };
  });
  return [...edits, ...own.flatMap(({ defs }) => defs.flatMap(withoutDeclaration))];
}

/** `const a = 1` becomes an assignment, and `let a` nothing. */
function withoutDeclaration({
  node,
  parent,
}: Scope['variables'][number]['defs'][number]): TextEdit[] {
  const declaration = parent as unknown as Parts & {
    kind: string;
    declarations: readonly unknown[];
  };
  const { id, init } = node as unknown as { id: Parts; init?: unknown };
  const { start } = declaration;
  return [
    ...(declaration.declarations[0] === node
      ? [{ start, end: start + declaration.kind.length, text: ' '.repeat(declaration.kind.length) }]
      : []),
    ...(isParts(init) ? [] : [{ start: id.start, end: id.end, text: 'void 0' }]),
  ];
}

const scopesIn = (scope: Scope): Scope[] => [scope, ...scope.childScopes.flatMap(scopesIn)];
