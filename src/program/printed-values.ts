import { childrenOf } from './syntax-tree.ts';
import type { SyntaxNode } from './syntax-tree.ts';
import { argumentsOf, nameOf, visitAll } from './tree-words.ts';

export interface Printed {
  /** The text with which it begins, whatever follows. */
  readonly lead: string;
  /** The variables that it names. */
  readonly variables: readonly string[];
  /** Those of them whose values it prints, and those that decide what it prints, other than by a property. */
  readonly values: readonly string[];
  readonly deciders: readonly string[];
}

/** A program, as far as what it prints goes back to it. */
export interface Text {
  readonly around: (
    node: SyntaxNode,
  ) => { readonly node: SyntaxNode; readonly name?: string } | undefined;
  readonly calls: ReadonlyMap<number, SyntaxNode>;
  /** What is in no function. */
  readonly outside: readonly SyntaxNode[];
}

/** Of more names than that not all are followed. */
const mostNames = 40;

/** What a call prints, as far as its text tells. */
export const printedBy = (call: SyntaxNode, text: Text): Printed => ({
  lead: leadOf(argumentsOf(call)[0]),
  variables: variablesOf(call, text),
  values: argumentsOf(call).flatMap(valuesIn),
  deciders: argumentsOf(call).flatMap(decidersIn),
});

/** The variables that a call names, those that local ones were made of, and those that the function around it was given. */
function variablesOf(call: SyntaxNode, text: Text): string[] {
  const found = new Map<string, { readonly name: string; readonly at: SyntaxNode }>();
  const add = (names: readonly string[], at: SyntaxNode): void => {
    for (const name of names)
      found.set(`${name} ${text.around(at)?.node.start ?? ''}`, { name, at });
  };
  add(argumentsOf(call).flatMap(namesIn), call);
  for (const { name, at } of found.values()) {
    const within = text.around(at);
    add(valuesOf(within?.node, name, text), at);
    const place = ((within?.node['params'] ?? []) as readonly SyntaxNode[]).findIndex(
      (it) => nameOf(it) === name,
    );
    if (within?.name === undefined || place === -1 || found.size > mostNames) continue;
    for (const other of text.calls.values()) {
      const given = nameOf(other['callee']) === within.name && argumentsOf(other)[place];
      if (given) add(namesIn(given), other);
    }
  }
  return [...new Set([...found.values()].map(({ name }) => name))];
}

function leadOf(argument: SyntaxNode | undefined): string {
  if (argument?.type === 'Literal') return String(argument['value']);
  if (argument?.type !== 'TemplateLiteral') return '';
  const [first] = argument['quasis'] as readonly SyntaxNode[];
  return (first?.['value'] as { readonly raw: string } | undefined)?.raw ?? '';
}

/** The variables that an expression names, apart from what functions in it do. */
function namesIn(node: SyntaxNode): string[] {
  if (/Function/.test(node.type)) return [];
  if (node.type === 'Identifier') return [nameOf(node)];
  if (node.type === 'MemberExpression' && node['computed'] !== true) {
    return namesIn(node['object'] as SyntaxNode);
  }
  return childrenOf(node).flatMap(namesIn);
}

/** The variables that an argument is, or that a text has a place for. */
function valuesIn(argument: SyntaxNode): string[] {
  if (argument.type === 'Identifier') return [nameOf(argument)];
  if (argument.type !== 'TemplateLiteral') return [];
  return (argument['expressions'] as readonly SyntaxNode[]).map(nameOf).filter(Boolean);
}

/** The variables that an expression names itself, not by one of their properties. */
function decidersIn(node: SyntaxNode): string[] {
  if (/Function/.test(node.type)) return [];
  if (node.type === 'Identifier') return [nameOf(node)];
  if (node.type !== 'MemberExpression') return childrenOf(node).flatMap(decidersIn);
  return node['computed'] === true ? decidersIn(node['property'] as SyntaxNode) : [];
}

/** What the variables of that name in a function, or in the program outside all functions, are made of. */
function valuesOf(within: SyntaxNode | undefined, name: string, text: Text): string[] {
  const found = new Set<string>();
  const add = (names: readonly string[]): void => names.forEach((it) => found.add(it));
  const look = (node: SyntaxNode): void => {
    const init = node['init'] as SyntaxNode | null | undefined;
    if (node.type === 'VariableDeclarator' && init && bindsName(node['id'] as SyntaxNode, name)) {
      add(namesIn(init));
    }
    if (node.type === 'ForOfStatement' && bindsName(node['left'] as SyntaxNode, name)) {
      add(namesIn(node['right'] as SyntaxNode));
    }
  };
  if (within) visitAll(within, look);
  else for (const node of text.outside) look(node);
  return [...found];
}

/** Whether a pattern gives a value to that name. */
export function bindsName(pattern: SyntaxNode, name: string): boolean {
  let found = false;
  visitAll(pattern, (node) => {
    if (nameOf(node) === name) found = true;
  });
  return found;
}
