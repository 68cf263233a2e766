import type { SyntaxNode } from '../../program/syntax-tree.ts';
import { unwrapped, memberName, part, parts, word } from '../nodes.ts';
import { lookUp } from '../scopes.ts';
import type { Scope } from '../scopes.ts';
import type { Rule } from './finding.ts';
import { allNodes, ownNodes } from './own-nodes.ts';

/**
 * A loop that only collects what calls for its items yield, and waits for each before it makes the next one.
 * Nothing in it depends on the round before, so the calls could be made together.
 */
export const awaitInLoop: Rule = {
  types: ['ForOfStatement'],
  look({ node, scope }, code) {
    if (node.type !== 'ForOfStatement' || node['await'] === true) return undefined;
    const body = part(node, 'body');
    const item = part(node, 'left');
    if (!body || item?.type !== 'VariableDeclaration') return undefined;
    const nodes = ownNodes(body);
    if (nodes.some(({ type }) => leaves.has(type))) return undefined;
    const [waits, ...others] = nodes.filter(({ type }) => type === 'AwaitExpression');
    const call = waits && part(waits, 'argument');
    if (!waits || others.length > 0 || call?.type !== 'CallExpression') return undefined;
    const statements = body.type === 'BlockStatement' ? parts(body, 'body') : [body];
    const list = collectsInto(statements, waits);
    if (list === undefined || !isNewArray(list, scope)) return undefined;
    const used = new Set(
      [call, ...allNodes(call)].flatMap((one) =>
        one.type === 'Identifier' ? [word(one, 'name') ?? ''] : [],
      ),
    );
    const items = new Set(
      allNodes(item).flatMap((one) => (one.type === 'Identifier' ? [word(one, 'name') ?? ''] : [])),
    );
    const inner = code.scopes.opened(body) ?? scope;
    const changes = [...used].some((name) => (lookUp(name, inner)?.assigned.length ?? 0) > 0);
    const usesItem = [...used].some((name) => items.has(name));
    if (!usesItem || changes || used.has(list)) return undefined;
    return { start: waits.start, end: waits.start + 'await'.length };
  },
};

const leaves = new Set([
  ...['BreakStatement', 'ContinueStatement', 'ReturnStatement', 'ThrowStatement', 'TryStatement'],
  ...['YieldExpression', 'ForStatement', 'ForOfStatement', 'ForInStatement', 'WhileStatement'],
  ...[
    'DoWhileStatement',
    'IfStatement',
    'SwitchStatement',
    'AssignmentExpression',
    'UpdateExpression',
  ],
]);

/**
 * The list that all the statements fill: `list.push(await f(item))`, or the same by way of a constant.
 */
function collectsInto(statements: readonly SyntaxNode[], waits: SyntaxNode): string | undefined {
  const last = statements.at(-1);
  const push = last?.type === 'ExpressionStatement' ? part(last, 'expression') : undefined;
  const callee = push?.type === 'CallExpression' ? part(push, 'callee') : undefined;
  if (!push || callee?.type !== 'MemberExpression' || memberName(callee) !== 'push')
    return undefined;
  const list = word(part(callee, 'object'), 'name');
  const [pushed, ...more] = parts(push, 'arguments');
  if (!pushed || more.length > 0) return undefined;
  if (statements.length === 1) return unwrapped(pushed) === waits ? list : undefined;
  const [first] = statements;
  if (statements.length !== 2 || first?.type !== 'VariableDeclaration') return undefined;
  const [declared, ...others] = parts(first, 'declarations');
  const value = declared && part(declared, 'init');
  return others.length === 0 && value && unwrapped(value) === waits ? list : undefined;
}

function isNewArray(name: string, scope: Scope): boolean {
  const binding = lookUp(name, scope);
  const source = binding?.source;
  return (
    source?.kind === 'value' &&
    source.path.length === 0 &&
    unwrapped(source.node).type === 'ArrayExpression' &&
    binding?.assigned.length === 0
  );
}
