import type { ModuleKind } from '../bank/model.ts';
import { parseAs } from './module-syntax.ts';
import { createPlaces } from './places.ts';
import type { Place } from './places.ts';
import { childrenOf } from './syntax-tree.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** Deeper than programs nest; what lies deeper is not looked at. */
const mostDepth = 200;

/**
 * Whether what a call is given is written in the program's text: literals, loops over literals, constants made of these.
 * Then no callback has anything to do with the order in which it comes.
 */
export function constantCallsOf(code: string, kind: ModuleKind): (call: Place) => boolean {
  const program = parseAs(code, kind === 'mjs' ? 'module' : 'script') as SyntaxNode | undefined;
  const { offset } = createPlaces(code);
  const calls = new Map<number, SyntaxNode>();
  const values = new Map<string, (SyntaxNode | undefined)[]>();
  const counted = new Set<SyntaxNode>();
  const changed = new Set<string>();
  const bind = (pattern: unknown, value: SyntaxNode | undefined): void => {
    const target = pattern as SyntaxNode;
    if (target.type === 'Identifier') {
      const name = target['name'] as string;
      values.set(name, [...(values.get(name) ?? []), value]);
    } else for (const part of childrenOf(target)) bind(part, undefined);
  };
  const visit = (node: SyntaxNode, depth: number): void => {
    if (depth > mostDepth) return;
    if (node.type === 'CallExpression') noteCall(node);
    if (/Function/.test(node.type)) {
      for (const parameter of node['params'] as readonly SyntaxNode[]) bind(parameter, undefined);
    }
    if (node.type === 'ForOfStatement')
      bindLoop(node['left'] as SyntaxNode, node['right'] as SyntaxNode);
    // Its own steps count.
    if (node.type === 'ForStatement' && node['update']) counted.add(node['update'] as SyntaxNode);
    if (node.type === 'VariableDeclarator' && node['init'])
      bind(node['id'], node['init'] as SyntaxNode);
    if (node.type === 'AssignmentExpression') change(node['left'] as SyntaxNode);
    if (node.type === 'UpdateExpression' && !counted.has(node))
      change(node['argument'] as SyntaxNode);
    for (const part of childrenOf(node)) visit(part, depth + 1);
  };
  function bindLoop(left: SyntaxNode, right: SyntaxNode): void {
    if (left.type !== 'VariableDeclaration') return;
    for (const { id } of left['declarations'] as readonly { readonly id: SyntaxNode }[])
      bind(id, right);
  }
  function noteCall(node: SyntaxNode): void {
    const callee = node['callee'] as SyntaxNode;
    const isMethod = callee.type === 'MemberExpression';
    calls.set(isMethod ? (callee['property'] as SyntaxNode).start : node.start, node);
    if (isMethod) change(callee['object'] as SyntaxNode);
    // Whoever is handed a list may change it.
    const isPrinted = isMethod && nameOf(callee['object']) === 'console';
    if (!isPrinted)
      for (const argument of node['arguments'] as readonly SyntaxNode[]) change(argument);
  }
  const change = (node: SyntaxNode): void => {
    if (node.type === 'MemberExpression') change(node['object'] as SyntaxNode);
    else if (node.type === 'Identifier') changed.add(node['name'] as string);
  };
  if (program) visit(program, 0);

  const isConstant = (node: SyntaxNode, depth = 0): boolean => {
    if (depth > mostSteps) return false;
    if (node.type === 'Identifier') {
      const name = node['name'] as string;
      const [value, ...others] = values.get(name) ?? [];
      return (
        value !== undefined &&
        others.length === 0 &&
        !changed.has(name) &&
        isConstant(value, depth + 1)
      );
    }
    return plain.has(node.type) && partsOf(node).every((part) => isConstant(part, depth + 1));
  };

  return (place) => {
    const call = calls.get(offset(place));
    return (
      call !== undefined &&
      (call['arguments'] as readonly SyntaxNode[]).every((argument) => isConstant(argument))
    );
  };
}

const nameOf = (node: unknown): unknown => (node as { readonly name?: unknown }).name;

const mostSteps = 20;

const plain = new Set([
  'Literal',
  'TemplateLiteral',
  'TemplateElement',
  'BinaryExpression',
  'UnaryExpression',
  'ConditionalExpression',
  'LogicalExpression',
  'ArrayExpression',
  'ObjectExpression',
  'Property',
  'MemberExpression',
]);

/** What decides about the value: of a property its own, of a member what it is a member of. */
function partsOf(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.type === 'Property') return [node['value'] as SyntaxNode];
  if (node.type === 'MemberExpression' && node['computed'] !== true) {
    return [node['object'] as SyntaxNode];
  }
  return childrenOf(node);
}
