import type { ModuleKind } from '../bank/model.ts';
import { parseAs } from './module-syntax.ts';
import { createPlaces } from './places.ts';
import type { Place } from './places.ts';
import { childrenOf } from './syntax-tree.ts';
import type { SyntaxNode } from './syntax-tree.ts';
import { argumentsOf, mostDepth, nameOf } from './tree-words.ts';

/** Operators of streams that give on what they make in the order of what they were given, however many they work on at a time. */
const keepingOrder = new Set(['map', 'filter', 'flatMap', 'take', 'drop']);

const keeping = new Set([...keepingOrder, 'from', 'forEach', 'log', 'on', 'once']);

/**
 * Whether a `for await` at a place goes through a list that is written in the program, by way of operators of streams that keep
 * its order: then each round gets the same in every run. V8 names the variable of the loop.
 */
export function orderedLoopsOf(code: string, kind: ModuleKind): (round: Place) => boolean {
  const program = parseAs(code, kind === 'mjs' ? 'module' : 'script') as SyntaxNode | undefined;
  const { offset } = createPlaces(code);
  const loops: SyntaxNode[] = [];
  const values = new Map<string, (SyntaxNode | null)[]>();
  const visit = (node: SyntaxNode, depth: number): void => {
    if (depth > mostDepth) return;
    if (node.type === 'ForOfStatement' && node['await'] === true) loops.push(node);
    if (node.type === 'VariableDeclarator') note(node['id'], node['init'] as SyntaxNode | null);
    if (node.type === 'AssignmentExpression') note(rootOf(node['left']), null);
    // Whoever is handed a list, or has a method of it called, may change it.
    if (node.type === 'CallExpression') {
      const callee = node['callee'] as SyntaxNode;
      const isKept = callee.type === 'MemberExpression' && keeping.has(nameOf(callee['property']));
      if (!isKept && callee.type === 'MemberExpression') note(rootOf(callee), null);
      if (!isKept) for (const given of argumentsOf(node)) note(given, null);
    }
    for (const part of childrenOf(node)) visit(part, depth + 1);
  };
  const note = (target: unknown, value: SyntaxNode | null): void => {
    const name = nameOf(target);
    if (name !== '') values.set(name, [...(values.get(name) ?? []), value]);
  };
  if (program) visit(program, 0);

  /** What a name stands for, if it is given a value once. */
  const valueOf = (node: SyntaxNode): SyntaxNode => {
    const [value, ...others] = values.get(nameOf(node)) ?? [];
    return value && others.length === 0 ? value : node;
  };
  const isOrdered = (node: SyntaxNode, depth = 0): boolean => {
    const made = valueOf(node);
    const callee = made['callee'] as SyntaxNode | undefined;
    if (depth > mostDepth || made.type !== 'CallExpression') return false;
    if (callee?.type !== 'MemberExpression') return false;
    const [object, method] = [callee['object'] as SyntaxNode, nameOf(callee['property'])];
    if (keepingOrder.has(method)) return isOrdered(object, depth + 1);
    const [list] = argumentsOf(made);
    return nameOf(object) === 'Readable' && method === 'from' && isList(list && valueOf(list));
  };

  return (round) => {
    const at = offset(round);
    return loops.some(
      ({ left, right }) => holds(left as SyntaxNode, at) && isOrdered(right as SyntaxNode),
    );
  };
}

const rootOf = (node: unknown): unknown => {
  const { type, object } = node as SyntaxNode;
  return type === 'MemberExpression' ? rootOf(object) : node;
};

const isList = (node: SyntaxNode | undefined): boolean =>
  node?.type === 'ArrayExpression' &&
  (node['elements'] as readonly (SyntaxNode | null)[]).every((it) => it?.type !== 'SpreadElement');

const holds = ({ start, end }: SyntaxNode, at: number): boolean => start <= at && at < end;
