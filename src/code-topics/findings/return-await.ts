import type { SyntaxNode } from '../../program/syntax-tree.ts';
import { unwrapped, part } from '../nodes.ts';
import { functionAround } from '../walk.ts';
import type { Rule } from './finding.ts';

/** A promise that is returned out of `try` without `await`: it rejects when `catch` and `finally` are over. */
export const returnAwait: Rule = {
  types: ['ReturnStatement'],
  look(place, { values }) {
    const { node, around, scope } = place;
    const returned = node.type === 'ReturnStatement' ? part(node, 'argument') : undefined;
    const fn = functionAround(place);
    if (!returned || fn?.['async'] !== true || fn['generator'] === true) return undefined;
    const call = unwrapped(returned);
    if (call.type !== 'CallExpression' && call.type !== 'NewExpression') return undefined;
    if (!isGuarded([...around.slice(around.indexOf(fn)), node])) return undefined;
    if (values.of(call, scope)?.kind !== 'promise') return undefined;
    const { start, end } = returned;
    return { start, end, edits: [{ start, end: start, text: 'await ' }] };
  },
};

/** In a `try` whose `catch` or `finally` would wait for what is awaited. */
function isGuarded(path: readonly SyntaxNode[]): boolean {
  return path.some((node, at) => {
    if (node.type !== 'TryStatement') return false;
    const inside = path[at + 1];
    const has = (key: string) => part(node, key) !== undefined;
    if (inside === node['block']) return has('handler') || has('finalizer');
    return inside === node['handler'] && has('finalizer');
  });
}
