import type { ModuleKind } from '../bank/model.ts';
import { parseAs } from './module-syntax.ts';
import { returnedBy } from './returned-functions.ts';
import { bindsName, printedBy } from './printed-values.ts';
import type { Printed, Text } from './printed-values.ts';
import { childrenOf } from './syntax-tree.ts';
import { argumentsOf, mostDepth, nameOf, rootOf, visitAll } from './tree-words.ts';
import type { SyntaxNode } from './syntax-tree.ts';
import { createPlaces } from './places.ts';
import type { Place } from './places.ts';

/**
 * What a program's functions have to do with each other, as far as its text tells. Names are compared without
 * scopes: a mistake makes what is said more careful, never wrong. Functions are known by numbers.
 */
export interface Closures {
  /** The functions that a place is in, the innermost one first. */
  readonly around: (place: Place) => readonly number[];
  /** The functions that were given to the call at a place, as V8 names it. */
  readonly givenAt: (call: Place) => readonly number[];
  /** The variables, or functions by name, with which a function was left; those of the function around it do not count. */
  readonly leftWith: (id: number) => readonly string[];
  /** The functions that call one by its name, or emit the event that it listens to, or call one that does. */
  readonly callersOf: (id: number) => readonly number[];
  /** The offsets of the calls by which those come to it. */
  readonly callsTo: (id: number) => readonly number[];
  /** The function that is called by its name and whose promise is awaited at a place. */
  readonly awaitedAt: (wait: Place) => number | undefined;
  /** The function that a name belongs to at a place, of which it is a variable or a parameter; undefined for the program. */
  readonly ownerOf: (place: Place, name: string) => number | undefined;
  /** The same for a name that is used in a function. */
  readonly ownerIn: (id: number, name: string) => number | undefined;
  /** Variables that a function may change, or that one may which it calls by name. */
  readonly changedBy: (id: number) => ReadonlySet<string>;
  /** Whether all that the program does to a variable is to count it up, or all of it to count it down: it never goes back. */
  readonly isCounter: (name: string) => boolean;
  /** What the call at a place prints; undefined where there is none. */
  readonly printedAt: (call: Place) => Printed | undefined;
}

interface FunctionOfProgram {
  readonly node: SyntaxNode;
  readonly calls: number[];
  readonly holders: string[];
  readonly name?: string;
}

/** What can't be read has no functions. */
export function closuresOf(code: string, kind: ModuleKind): Closures {
  const program = parseAs(code, kind === 'mjs' ? 'module' : 'script');
  const { offset } = createPlaces(code);
  const functions: FunctionOfProgram[] = [];
  const calls = new Map<number, SyntaxNode>();
  const kept = new Map<SyntaxNode, string>();
  const awaits: SyntaxNode[] = [];
  if (program) {
    visitAll(program as unknown as SyntaxNode, (node) => {
      if (node.type === 'AwaitExpression') awaits.push(node);
    });
  }
  if (program) collect(program as unknown as SyntaxNode, functions, calls, kept);
  const combined = new Map<string, readonly string[]>();
  if (program) {
    visitAll(program as unknown as SyntaxNode, ({ type, id, init }) => {
      const signals = type === 'VariableDeclarator' ? signalsOf(init) : [];
      if (signals.length > 0) combined.set(nameOf(id), signals);
    });
  }
  const named = new Map(functions.flatMap((it) => (it.name === undefined ? [] : [[it.name, it]])));
  const byNode = new Map(functions.map((it) => [it.node, it]));
  for (const [at, call] of calls) {
    for (const argument of argumentsOf(call)) {
      for (const given of givenBy(argument, byNode, named)) {
        given.calls.push(at);
        for (const holder of holdersOf(call['callee'] as SyntaxNode, combined))
          given.holders.push(holder);
      }
    }
  }
  for (const [node, holder] of kept) byNode.get(node)?.holders.push(holder);
  const changes = new Map<number, ReadonlySet<string>>();
  const idsOf = (is: (it: FunctionOfProgram) => boolean): number[] =>
    functions.flatMap((it, id) => (is(it) ? [id] : []));
  const around = (at: number): number[] =>
    idsOf(({ node }) => node.start <= at && at < node.end).reverse();
  const outside: SyntaxNode[] = [];
  if (program) {
    visitAll(program as unknown as SyntaxNode, (node) => {
      const isMaking = node.type === 'VariableDeclarator' || node.type === 'ForOfStatement';
      if (isMaking && around(node.start).length === 0) outside.push(node);
    });
  }
  const text: Text = { around: (node) => functions[around(node.start)[0] ?? -1], calls, outside };
  const ownNames = new Map<number, ReadonlySet<string>>();
  const ownerAmong = (ids: readonly number[], name: string): number | undefined =>
    ids.find((id) => {
      const own = ownNames.get(id) ?? namesMadeIn(functions[id]?.node);
      ownNames.set(id, own);
      return own.has(name);
    });
  const callers = new Map<number, Callers>();
  function callersOf(id: number): Callers {
    let found = callers.get(id);
    if (found === undefined) callers.set(id, (found = findCallers(id)));
    return found;
  }
  function findCallers(id: number): Callers {
    const { name: own = '', holders = [] } = functions[id] ?? {};
    const [ids, at, names] = [new Set<number>(), new Set<number>(), new Set([own])];
    const add = (is: (callee: SyntaxNode) => boolean): void => {
      functions.forEach(({ node, name }, caller) => {
        for (const call of callsIn(node, is)) {
          ids.add(caller);
          at.add(placeOf(call));
          if (name !== undefined) names.add(name);
        }
      });
    };
    for (const holder of holders) add((callee) => emitsOn(callee, holder));
    for (const name of names) if (name !== '') add((callee) => nameOf(callee) === name);
    ids.delete(id);
    return { ids: [...ids], calls: [...at] };
  }
  return {
    around: (place) => around(offset(place)),
    givenAt: (place) => idsOf((it) => it.calls.includes(offset(place))),
    leftWith(id) {
      const own = functions[id];
      if (own === undefined) return [];
      const outer = around(own.node.start).find((it) => it !== id);
      const local = outer === undefined ? new Set<string>() : namesMadeIn(functions[outer]?.node);
      return own.holders.filter((name) => name !== '' && !local.has(name));
    },
    callersOf: (id) => callersOf(id).ids,
    callsTo: (id) => callersOf(id).calls,
    awaitedAt(place) {
      const at = offset(place);
      const wait = awaits.findLast(({ start, end }) => start <= at && at < end);
      const awaited = wait?.['argument'] as SyntaxNode | undefined;
      if (awaited?.type !== 'CallExpression') return undefined;
      const [id] = idsOf((it) => it === named.get(nameOf(awaited['callee'])));
      return id;
    },
    ownerOf: (place, name) => ownerAmong(around(offset(place)), name),
    ownerIn: (id, name) => ownerAmong(around(functions[id]?.node.start ?? 0), name),
    changedBy(id) {
      let found = changes.get(id);
      const body = functions[id]?.node;
      if (found === undefined) changes.set(id, (found = body ? changesIn(body, named) : new Set()));
      return found;
    },
    isCounter: (name) => program !== undefined && isCounter(program as unknown as SyntaxNode, name),
    printedAt(place) {
      const at = offset(place);
      const call = calls.get(at);
      if (call === undefined) return undefined;
      return printedBy(call, text);
    },
  };
}

/** Outer functions come before those within. */
function collect(
  program: SyntaxNode,
  functions: FunctionOfProgram[],
  calls: Map<number, SyntaxNode>,
  kept: Map<SyntaxNode, string>,
): void {
  const visit = (node: SyntaxNode, name: string | undefined, depth: number): void => {
    if (depth > mostDepth) return;
    if (/Function/.test(node.type)) {
      const own = nameOf(node['id']) || name;
      functions.push({ node, calls: [], holders: [], ...(own && { name: own }) });
    }
    if (node.type === 'AssignmentExpression') {
      kept.set(node['right'] as SyntaxNode, rootOf(node['left'] as SyntaxNode));
    }
    if (isCall(node)) calls.set(placeOf(node), node);
    const bound = node.type === 'VariableDeclarator' ? nameOf(node['id']) : '';
    for (const part of childrenOf(node)) visit(part, bound || undefined, depth + 1);
  };
  visit(program, undefined, 0);
}

/** The functions that an argument is, or that a function returns which is called there. */
function givenBy(
  argument: SyntaxNode,
  byNode: ReadonlyMap<SyntaxNode, FunctionOfProgram>,
  named: ReadonlyMap<string, FunctionOfProgram>,
): FunctionOfProgram[] {
  const given = byNode.get(argument) ?? named.get(nameOf(argument));
  if (given || argument.type !== 'CallExpression') return given ? [given] : [];
  const maker = named.get(nameOf(argument['callee']));
  return returnedBy(maker?.node).flatMap((node) => byNode.get(node) ?? []);
}

const isCall = ({ type }: SyntaxNode): boolean =>
  type === 'CallExpression' || type === 'NewExpression';

/** Where V8 says that a call is: at the name of a method, else at its beginning. */
function placeOf(call: SyntaxNode): number {
  const callee = call['callee'] as SyntaxNode;
  if (call.type === 'NewExpression' || callee.type !== 'MemberExpression') return call.start;
  return (callee['property'] as SyntaxNode).start;
}

/** What a function listens to that is given to a method: a variable, or the signals of which another one is made. */
function holdersOf(callee: SyntaxNode, combined: ReadonlyMap<string, readonly string[]>): string[] {
  const root = rootOf(callee);
  return [root, ...(combined.get(root) ?? []), ...signalsOf(callee['object'])];
}

/** The variables whose signals `AbortSignal.any` is given. */
function signalsOf(made: unknown): readonly string[] {
  const call = made as SyntaxNode | null | undefined;
  if (call?.type !== 'CallExpression') return [];
  const callee = call['callee'] as SyntaxNode;
  if (rootOf(callee) !== 'AbortSignal' || nameOf(callee['property']) !== 'any') return [];
  const [list] = argumentsOf(call);
  return ((list?.['elements'] ?? []) as readonly SyntaxNode[]).map(rootOf).filter(Boolean);
}

/** Parameters and variables of a function itself. */
function namesMadeIn(node: SyntaxNode | undefined): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (pattern: SyntaxNode): void =>
    visitAll(pattern, (part) => void names.add(nameOf(part)));
  const visit = (part: SyntaxNode, depth: number): void => {
    if (depth > mostDepth || (part !== node && /Function/.test(part.type))) return;
    if (part.type === 'VariableDeclarator') add(part['id'] as SyntaxNode);
    for (const inner of childrenOf(part)) visit(inner, depth + 1);
  };
  if (node) {
    for (const parameter of node['params'] as readonly SyntaxNode[]) add(parameter);
    visit(node, 0);
  }
  return names;
}

interface Callers {
  readonly ids: readonly number[];
  readonly calls: readonly number[];
}

const emitting = new Set(['emit', 'abort', 'dispatchEvent']);

/** Whether a method is called that calls what listens to a variable. */
const emitsOn = (callee: SyntaxNode, holder: string): boolean =>
  callee.type === 'MemberExpression' &&
  emitting.has(nameOf(callee['property'])) &&
  rootOf(callee) === holder;

/** The calls that a function itself makes, not one in it. */
function callsIn(node: SyntaxNode, is: (callee: SyntaxNode) => boolean): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const visit = (part: SyntaxNode, depth: number): void => {
    if (depth > mostDepth || (part !== node && /Function/.test(part.type))) return;
    if (isCall(part) && is(part['callee'] as SyntaxNode)) found.push(part);
    for (const inner of childrenOf(part)) visit(inner, depth + 1);
  };
  visit(node, 0);
  return found;
}

/** What methods are called of and do not change. */
const builtIn = new Set([
  ...[
    'Promise',
    'Math',
    'JSON',
    'Object',
    'Array',
    'Number',
    'String',
    'Buffer',
    'Date',
    'process',
  ],
  ...[
    'performance',
    'crypto',
    'fs',
    'fsp',
    'path',
    'util',
    'events',
    'timers',
    'http',
    'net',
    'dns',
  ],
]);

/** The variables that a function, or one that it calls by name, sets, or hands to what may change them. */
function changesIn(
  body: SyntaxNode,
  named: ReadonlyMap<string, FunctionOfProgram>,
): ReadonlySet<string> {
  const names = new Set<string>();
  const bodies = new Set([body]);
  for (const part of bodies) {
    visitAll(part, (node) => {
      if (node.type === 'AssignmentExpression') names.add(rootOf(node['left'] as SyntaxNode));
      if (node.type === 'UpdateExpression') names.add(rootOf(node['argument'] as SyntaxNode));
      if (!isCall(node)) return;
      const callee = node['callee'] as SyntaxNode;
      const called = named.get(nameOf(callee));
      if (called) bodies.add(called.node);
      const root = rootOf(callee);
      if (root === 'console') return;
      if (callee.type === 'MemberExpression' && !builtIn.has(root)) names.add(root);
      for (const argument of argumentsOf(node)) names.add(rootOf(argument));
    });
  }
  names.delete('');
  return names;
}

function isCounter(program: SyntaxNode, name: string): boolean {
  const steps = new Set<unknown>();
  visitAll(program, (node) => {
    const target = node['left'] as SyntaxNode | undefined;
    const isSet = node.type === 'AssignmentExpression' || /^For(?:Of|In)/.test(node.type);
    if (isSet && target && bindsName(target, name)) steps.add('set');
    if (node.type === 'UpdateExpression' && nameOf(node['argument']) === name)
      steps.add(node['operator']);
  });
  return steps.size === 1 && !steps.has('set');
}
