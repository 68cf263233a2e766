import type { SyntaxNode } from '../program/syntax-tree.ts';
import { takesHandlers, handlerParameters } from './handlers.ts';
import { codeParts, isFunction, part } from './nodes.ts';
import { readScopes } from './scopes.ts';
import type { Scope, Scopes } from './scopes.ts';
import { createValues } from './values.ts';
import type { Values } from './values.ts';

/** Where a walk through a program is. */
export interface NodePath {
  readonly node: SyntaxNode;
  readonly scope: Scope;
  /** The nodes around it, the program first. */
  readonly around: readonly SyntaxNode[];
}

/** A program with all that can be told of its names. */
export interface Code {
  readonly text: string;
  readonly program: SyntaxNode;
  readonly scopes: Scopes;
  readonly values: Values;
}

export function codeOf(text: string, program: SyntaxNode): Code {
  const scopes = readScopes(program);
  return { text, program, scopes, values: createValues(scopes) };
}

/**
 * Calls `visit` with each node of a program, from the outside in and in the order of the text. The list
 * of nodes around it is the same object each time.
 */
export function walk({ program, scopes }: Code, visit: (place: NodePath) => void): void {
  const around: SyntaxNode[] = [];
  const step = (node: SyntaxNode, outer: Scope): void => {
    const scope = scopes.opened(node) ?? outer;
    visit({ node, scope, around });
    around.push(node);
    for (const child of codeParts(node)) step(child, scope);
    around.pop();
  };
  step(program, scopes.root);
}

/** The function that a node is in, itself left out; undefined at the top of a program. */
export const functionAround = ({ around }: Pick<NodePath, 'around'>): SyntaxNode | undefined =>
  around.findLast(isFunction);

/** The handler of requests that a node is in: what runs there runs for each of them. */
export function handlerAround(
  code: Code,
  { around }: Pick<NodePath, 'around'>,
): SyntaxNode | undefined {
  return around.find((node) => isFunction(node) && isHandler(code, node));
}

function isHandler({ scopes, values }: Code, fn: SyntaxNode): boolean {
  if (handlerParameters(fn)) return true;
  return scopes.callsWith(fn).some(({ node, scope }) => {
    const callee = part(node, 'callee');
    const names = [
      ...values.callNames(node, scope),
      ...((callee && values.of(callee, scope)?.names) ?? []),
    ];
    return takesHandlers(names);
  });
}

/** Whether a scope is another one or inside of it. */
export function isInside(scope: Scope, outer: Scope): boolean {
  for (let at: Scope | undefined = scope; at; at = at.parent) if (at === outer) return true;
  return false;
}
