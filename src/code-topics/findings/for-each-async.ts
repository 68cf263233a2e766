import type { TextEdit } from '../../program/text-edits.ts';
import type { SyntaxNode } from '../../program/syntax-tree.ts';
import { unwrapped, isFunction, memberName, part, parts, word } from '../nodes.ts';
import { lookUp } from '../scopes.ts';
import type { Scope } from '../scopes.ts';
import { functionAround } from '../walk.ts';
import type { Code, NodePath } from '../walk.ts';
import type { Rule } from './finding.ts';
import { ownNodes } from './own-nodes.ts';

/** `forEach` with an async function: nobody waits for the promises, and their errors are nobody's. */
export const forEachAsync: Rule = {
  types: ['CallExpression'],
  look(place, code) {
    const { node, around, scope } = place;
    const callee = node.type === 'CallExpression' ? part(node, 'callee') : undefined;
    const [callback] = parts(node, 'arguments');
    if (callee?.type !== 'MemberExpression' || memberName(callee) !== 'forEach') return undefined;
    if (!callback || !isFunction(callback) || callback['async'] !== true) return undefined;
    // What is awaited or returned has a `forEach` of its own, such as that of a stream.
    const statement = around.at(-1);
    const object = part(callee, 'object');
    const property = part(callee, 'property');
    if (statement?.type !== 'ExpressionStatement' || !object || !property) return undefined;
    if (code.values.of(object, scope)?.kind !== undefined) return undefined;
    const waits = ownNodes(callback).some(({ type }) => type === 'AwaitExpression');
    if (!waits) return undefined;
    const edits = asLoop(place, statement, object, callback, code);
    return { start: property.start, end: callback.start + 'async'.length, ...(edits && { edits }) };
  },
};

/** `for (const item of items) { … }`, where that does the same and waits. */
function asLoop(
  place: NodePath,
  statement: SyntaxNode,
  object: SyntaxNode,
  callback: SyntaxNode,
  { text }: Code,
): TextEdit[] | undefined {
  if (functionAround(place)?.['async'] !== true || !isArray(object, place.scope)) return undefined;
  const [item, ...others] = parts(callback, 'params');
  const body = part(callback, 'body');
  if (callback.type !== 'ArrowFunctionExpression' || body?.type !== 'BlockStatement')
    return undefined;
  if (!item || others.length > 0 || part(item, 'typeAnnotation')) return undefined;
  if (item.type !== 'Identifier' && item.type !== 'ObjectPattern' && item.type !== 'ArrayPattern')
    return undefined;
  const leaves = ownNodes(callback).some(({ type }) => type === 'ReturnStatement');
  if (leaves || !/^,?\);?$/.test(text.slice(body.end, statement.end).replace(/\s/g, '')))
    return undefined;
  const head = `for (const ${text.slice(item.start, item.end)} of ${text.slice(object.start, object.end)}) `;
  return [
    { start: statement.start, end: body.start, text: head },
    { start: body.end, end: statement.end, text: '' },
  ];
}

/** Plainly an array: a map's `forEach` gives other things than a loop over it. */
function isArray(node: SyntaxNode, scope: Scope, depth = 0): boolean {
  const inner = unwrapped(node);
  if (inner.type === 'ArrayExpression') return true;
  if (inner.type === 'CallExpression') {
    const callee = part(inner, 'callee');
    const object = callee && part(callee, 'object');
    const method = callee?.type === 'MemberExpression' ? memberName(callee) : undefined;
    const owner = object?.type === 'Identifier' ? word(object, 'name') : undefined;
    if (owner === 'Object') return method === 'keys' || method === 'values' || method === 'entries';
    if (owner === 'Array') return method === 'from' || method === 'of';
    return method !== undefined && arrayMethods.has(method);
  }
  const binding =
    inner.type === 'Identifier' ? lookUp(word(inner, 'name') ?? '', scope) : undefined;
  if (!binding || binding.assigned.length > 0 || depth > 5) return false;
  const { source } = binding;
  return (
    source.kind === 'value' &&
    source.path.length === 0 &&
    isArray(source.node, source.scope, depth + 1)
  );
}

const arrayMethods = new Set([
  'map',
  'filter',
  'flatMap',
  'split',
  'toSorted',
  'toReversed',
  'splice',
]);
