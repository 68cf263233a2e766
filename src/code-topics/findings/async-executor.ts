import { isFunction, part, parts } from '../nodes.ts';
import type { Rule } from './finding.ts';

/** `new Promise(async …)`: what the function throws rejects a promise that nobody has. */
export const asyncExecutor: Rule = {
  types: ['NewExpression'],
  look({ node, scope }, { values }) {
    const callee = node.type === 'NewExpression' ? part(node, 'callee') : undefined;
    const [executor] = parts(node, 'arguments');
    if (!callee || !executor || !isFunction(executor) || executor['async'] !== true)
      return undefined;
    if (values.of(callee, scope)?.names[0] !== 'Promise') return undefined;
    return { start: node.start, end: executor.start + 'async'.length };
  },
};
