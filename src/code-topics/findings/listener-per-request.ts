import { kindsOf } from '../kinds.ts';
import { memberName, part, word } from '../nodes.ts';
import { lookUp } from '../scopes.ts';
import { handlerAround, isInside } from '../walk.ts';
import type { Rule } from './finding.ts';
import { allNodes } from './own-nodes.ts';

/** A listener that each request adds to an emitter that outlives it, and that nothing removes there. */
export const listenerPerRequest: Rule = {
  types: ['CallExpression'],
  look(place, code) {
    const { node, scope } = place;
    const callee = node.type === 'CallExpression' ? part(node, 'callee') : undefined;
    if (callee?.type !== 'MemberExpression' || !adds.has(memberName(callee) ?? ''))
      return undefined;
    const emitter = part(callee, 'object');
    const property = part(callee, 'property');
    if (emitter?.type !== 'Identifier' || !property) return undefined;
    const kind = code.values.of(emitter, scope)?.kind;
    if (kind === undefined || !kindsOf(kind).includes('emitter')) return undefined;
    const handler = handlerAround(code, place);
    const inside = handler && code.scopes.opened(handler);
    if (!inside) return undefined;
    const name = word(emitter, 'name') ?? '';
    const binding = lookUp(name, scope);
    if (binding && isInside(binding.scope, inside)) return undefined;
    const removed = allNodes(handler).some((one) => {
      const object = one.type === 'MemberExpression' ? part(one, 'object') : undefined;
      return word(object, 'name') === name && removes.has(memberName(one) ?? '');
    });
    return removed ? undefined : { start: emitter.start, end: property.end };
  },
};

const adds = new Set(['on', 'addListener', 'prependListener']);
const removes = new Set(['off', 'removeListener', 'removeAllListeners']);
