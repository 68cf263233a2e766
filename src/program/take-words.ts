import { bindsName } from './printed-values.ts';
import { childrenOf } from './syntax-tree.ts';
import type { SyntaxNode } from './syntax-tree.ts';
import { argumentsOf, mostDepth, nameOf, visitAll } from './tree-words.ts';

/** What code looks like that takes something from a place which others take from too. */

type ParentOf = (node: SyntaxNode) => SyntaxNode | undefined;

/** Methods that give each caller another thing. */
const taking = new Set(['shift', 'pop', 'splice', 'next', 'dequeue', 'take', 'poll', 'pull']);

/** Calls that make something of which each round of any loop takes the next. */
const iterating = new Set(['entries', 'values', 'keys', 'matchAll']);

/**
 * Whether a place takes something from a store that is not of one call of the function around it alone: a method that removes
 * something, the next number of a counter, a function that somebody left in a variable, a round of an iterator.
 */
export function isTake(node: SyntaxNode, program: SyntaxNode, parentOf: ParentOf): boolean {
  switch (node.type) {
    case 'CallExpression': {
      const callee = node['callee'] as SyntaxNode;
      if (callee.type !== 'MemberExpression') {
        return isName(callee) && isLeftInVariable(callee, program, parentOf);
      }
      return taking.has(nameOf(callee['property'])) && isShared(callee, program, parentOf);
    }
    case 'UpdateExpression':
      return (
        isUsed(node, parentOf) &&
        isShared(node['argument'] as SyntaxNode, program, parentOf) &&
        isMadeOnce(node['argument'] as SyntaxNode, program, parentOf)
      );
    case 'ForOfStatement': {
      const from = node['right'] as SyntaxNode;
      return (
        isName(from) &&
        isShared(from, program, parentOf) &&
        isIterator(nameOf(from), program, parentOf)
      );
    }
    default:
      return false;
  }
}

/** Whether what is taken is a function that is called there. */
export function callsWhatItTakes(node: SyntaxNode, parentOf: ParentOf): boolean {
  if (node.type !== 'CallExpression') return false;
  if ((node['callee'] as SyntaxNode).type !== 'MemberExpression') return true;
  let parent = parentOf(node);
  if (parent?.type === 'ChainExpression') parent = parentOf(parent);
  if (parent?.type === 'CallExpression') return parent['callee'] === node;
  const name = nameOf(parent?.[parent.type === 'VariableDeclarator' ? 'id' : 'left']);
  const around = functionAround(node, parentOf);
  if (name === '' || around === undefined) return false;
  let found = false;
  visitAll(around, (it) => {
    if (it.type === 'CallExpression' && nameOf(it['callee']) === name) found = true;
  });
  return found;
}

/** The function that an operator of streams calls for several pieces at a time, for the next one whenever one is done. */
export function poolGivenTo(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type !== 'CallExpression') return undefined;
  const [given, options] = argumentsOf(node);
  const properties = options?.['properties'] as readonly SyntaxNode[] | undefined;
  const concurrency = properties?.find(({ key }) => nameOf(key) === 'concurrency');
  const value = concurrency?.['value'] as SyntaxNode | undefined;
  return value && value['value'] !== 1 ? given : undefined;
}

/** What a number was counted up for: not as a statement of its own, and not for a comparison. */
function isUsed(node: SyntaxNode, parentOf: ParentOf): boolean {
  const parent = parentOf(node);
  if (parent?.type === 'CallExpression') return parent['callee'] !== node;
  if (parent?.type === 'AssignmentExpression') return parent['right'] === node;
  if (parent?.type === 'MemberExpression') {
    return parent['computed'] === true && parent['property'] === node;
  }
  return parent?.type === 'VariableDeclarator' || parent?.type === 'TemplateLiteral';
}

function isShared(node: SyntaxNode, program: SyntaxNode, parentOf: ParentOf): boolean {
  const root = rootNodeOf(node);
  if (root?.type === 'ThisExpression') return true;
  const name = nameOf(root);
  const owner = name === '' ? undefined : ownerOf(node, name, parentOf);
  if (root === undefined || name === '') return false;
  // Each call has another one, unless it was handed what others were handed too.
  if (owner === undefined || owner !== functionAround(node, parentOf)) return true;
  const at = (owner['params'] as readonly SyntaxNode[]).findIndex((it) => nameOf(it) === name);
  return at !== -1 && isHandedToSeveral(owner, at, program, parentOf);
}

/** Whether a variable is of the program, or of a function that the program calls once. */
function isMadeOnce(node: SyntaxNode, program: SyntaxNode, parentOf: ParentOf): boolean {
  const name = nameOf(rootNodeOf(node));
  const owner = name === '' ? undefined : ownerOf(node, name, parentOf);
  if (owner === undefined) return true;
  const own = nameOf(owner['id']) || nameOf(parentOf(owner)?.['id']);
  let times = 0;
  visitAll(program, (it) => {
    if (it.type !== 'CallExpression') return;
    const isOwn = it['callee'] === owner || (own !== '' && nameOf(it['callee']) === own);
    if (isOwn) times += isRepeated(it, parentOf) ? 2 : 1;
  });
  return times === 1;
}

function isRepeated(node: SyntaxNode, parentOf: ParentOf): boolean {
  let at = parentOf(node);
  while (at && !isFunction(at) && !/^(?:For|While|DoWhile)\w*Statement$/.test(at.type))
    at = parentOf(at);
  return at !== undefined;
}

/** Whether several calls of a function are given the same thing, or one call that itself is made several times. */
function isHandedToSeveral(
  owner: SyntaxNode,
  at: number,
  program: SyntaxNode,
  parentOf: ParentOf,
): boolean {
  const parent = parentOf(owner);
  const name = nameOf(owner['id']) || nameOf(parent?.['id']);
  if (name === '') return false;
  const given: string[] = [];
  visitAll(program, (node) => {
    if (node.type !== 'CallExpression' || nameOf(node['callee']) !== name) return;
    const argument = argumentsOf(node)[at];
    const handed = argument && nameOf(argument);
    if (!handed) return;
    given.push(handed);
    const around = functionAround(node, parentOf);
    // Of one round or call alone, as the parameter of a function that a list's method calls.
    if (around && ownerOf(node, handed, parentOf) !== around) given.push(handed);
  });
  return new Set(given).size < given.length;
}

/** A variable that functions of the program set, and that they call. */
function isLeftInVariable(callee: SyntaxNode, program: SyntaxNode, parentOf: ParentOf): boolean {
  const name = nameOf(callee);
  const around = functionAround(callee, parentOf);
  const made: unknown[] = [callee];
  if (around !== undefined && ownerOf(callee, name, parentOf) === around) {
    // A copy of it: `const next = waiting; waiting = undefined; next();`
    made.pop();
    visitAll(around, (node) => {
      const isOwn = node.type === 'VariableDeclarator' && nameOf(node['id']) === name;
      if (isOwn) made.push(node['init']);
    });
  }
  const root = nameOf(made.at(-1));
  if (root === '') return false;
  let times = 0;
  visitAll(program, (node) => {
    if (node.type !== 'AssignmentExpression' || nameOf(node['left']) !== root) return;
    const within = functionAround(node, parentOf);
    if (within !== undefined && ownerOf(node, root, parentOf) !== within) times += 1;
  });
  return times > 1;
}

function isIterator(name: string, program: SyntaxNode, parentOf: ParentOf): boolean {
  const generators = new Set<string>();
  visitAll(program, (node) => {
    if (node['generator'] !== true) return;
    generators.add(nameOf(node['id']) || nameOf(parentOf(node)?.['id']));
  });
  let found = false;
  visitAll(program, (node) => {
    if (node.type !== 'VariableDeclarator' || nameOf(node['id']) !== name) return;
    const init = node['init'] as SyntaxNode | null;
    if (init?.type !== 'CallExpression') return;
    const callee = init['callee'] as SyntaxNode;
    const isMethod = callee.type === 'MemberExpression';
    const called = nameOf(isMethod ? callee['property'] : callee);
    if (isMethod ? iterating.has(called) : generators.has(called)) found = true;
    const symbol = callee['property'] as SyntaxNode | undefined;
    if (isMethod && callee['computed'] === true && nameOf(symbol?.['property']) === 'iterator') {
      found = true;
    }
  });
  return found;
}

/** The function whose variable or parameter a name is at a place; undefined for the program. */
function ownerOf(at: SyntaxNode, name: string, parentOf: ParentOf): SyntaxNode | undefined {
  let owner = functionAround(at, parentOf);
  while (owner && !makes(owner, name)) owner = functionAround(owner, parentOf);
  return owner;
}

function makes(owner: SyntaxNode, name: string): boolean {
  if ((owner['params'] as readonly SyntaxNode[]).some((it) => bindsName(it, name))) return true;
  let found = false;
  const visit = (node: SyntaxNode, depth: number): void => {
    if (found || depth > mostDepth || isFunction(node)) return;
    if (node.type === 'VariableDeclarator' && bindsName(node['id'] as SyntaxNode, name))
      found = true;
    for (const part of childrenOf(node)) visit(part, depth + 1);
  };
  visit(owner['body'] as SyntaxNode, 0);
  return found;
}

function functionAround(node: SyntaxNode, parentOf: ParentOf): SyntaxNode | undefined {
  let at = parentOf(node);
  while (at && !isFunction(at)) at = parentOf(at);
  return at;
}

/** What an expression goes back to: `list` of `list[0].name`. */
function rootNodeOf(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type === 'MemberExpression') return rootNodeOf(node['object'] as SyntaxNode);
  if (node.type === 'ChainExpression') return rootNodeOf(node['expression'] as SyntaxNode);
  return isName(node) || node.type === 'ThisExpression' ? node : undefined;
}

const isName = ({ type }: SyntaxNode): boolean => type === 'Identifier';

const isFunction = ({ type }: SyntaxNode): boolean =>
  /^(?:ArrowFunctionExpression|FunctionExpression|FunctionDeclaration)$/.test(type);
