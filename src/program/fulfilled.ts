import type { ModuleKind } from '../bank/model.ts';
import { parseAs } from './module-syntax.ts';
import { createPlaces } from './places.ts';
import type { Place } from './places.ts';
import { childrenOf } from './syntax-tree.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** What the text tells of code that waits for a promise: whether it runs only if that was fulfilled. */
export interface Fulfilled {
  /**
   * @param wait the `await`, or the call of `then`
   * @param seen places of what that code did in the run
   */
  readonly isFulfilled: (wait: Place, seen: readonly Place[]) => boolean;
}

interface Waiting {
  /** The innermost function around it, or the program. */
  readonly owner: SyntaxNode;
  /** The innermost block of a `try` statement of that function that it is in. */
  readonly block?: SyntaxNode;
}

/** Deeper than programs nest; what lies deeper is not looked at. */
const mostDepth = 200;

/** Of what can't be read nothing is known. */
export function fulfilledIn(code: string, kind: ModuleKind): Fulfilled {
  const program = parseAs(code, kind === 'mjs' ? 'module' : 'script') as SyntaxNode | undefined;
  const { offset } = createPlaces(code);
  const awaits: { readonly node: SyntaxNode; readonly waiting: Waiting }[] = [];
  const calls = new Map<number, SyntaxNode>();
  const visit = (node: SyntaxNode, waiting: Waiting, depth: number): void => {
    if (depth > mostDepth) return;
    if (node.type === 'AwaitExpression') awaits.push({ node, waiting });
    if (node.type === 'CallExpression') calls.set(nameOfCall(node), node);
    const inner = /Function/.test(node.type) ? { owner: node } : waiting;
    for (const part of childrenOf(node)) {
      const isBlock = node.type === 'TryStatement' && part === node['block'];
      visit(part, isBlock ? { ...inner, block: part } : inner, depth + 1);
    }
  };
  if (program) visit(program, { owner: program }, 0);

  return {
    isFulfilled(wait, seen) {
      const at = offset(wait);
      const call = calls.get(at);
      if (call && isThen(call)) return true;
      // V8 names the `await`, or the call behind it.
      const found = awaits.findLast(({ node }) => node.start <= at && at < node.end);
      if (found === undefined) return false;
      const { block, owner } = found.waiting;
      if (block === undefined) return true;
      const own = seen.map(offset).filter((place) => owner.start <= place && place < owner.end);
      return own.length > 0 && own.every((place) => at < place && place < block.end);
    },
  };
}

function nameOfCall(call: SyntaxNode): number {
  const callee = call['callee'] as SyntaxNode;
  return callee.type === 'MemberExpression'
    ? (callee['property'] as SyntaxNode).start
    : callee.start;
}

/** `then` with one function, which is not called for a rejection. */
function isThen(call: SyntaxNode): boolean {
  const callee = call['callee'] as SyntaxNode;
  const property = callee['property'] as { readonly name?: string } | undefined;
  const given = call['arguments'] as readonly SyntaxNode[];
  return property?.name === 'then' && given.length === 1 && /Function/.test(given[0]?.type ?? '');
}
