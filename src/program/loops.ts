import type { ModuleKind } from '../bank/model.ts';
import { parseAs } from './module-syntax.ts';
import { childrenOf } from './syntax-tree.ts';
import type { SyntaxNode } from './syntax-tree.ts';
import { createPlaces } from './places.ts';
import type { Place } from './places.ts';

/** The loops of a program's text, by numbers of their own. */
export interface Loops {
  /** The innermost one at a place, in the function that the place is in. */
  readonly innermost: (site: Place) => number | undefined;
  /** All that a place is in, also around the functions that it is in. */
  readonly around: (site: Place) => readonly number[];
  /** Those that are over before a place, of the same function, if the place itself is in none of that function. */
  readonly over: (site: Place) => readonly number[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Loop extends Span {
  /** The innermost function around it. */
  readonly owner: Span;
}

/** What can't be read has no loops. */
export function loopsOf(code: string, kind: ModuleKind): Loops {
  const program = parseAs(code, kind === 'mjs' ? 'module' : 'script');
  const loops: Loop[] = [];
  const functions: Span[] = [];
  if (program) collect(program as unknown as SyntaxNode, loops, functions);
  const { offset } = createPlaces(code);
  const ownerOf = (at: number): Span | undefined => functions.findLast((span) => holds(span, at));
  const numbers = (is: (loop: Loop) => boolean): number[] =>
    loops.flatMap((loop, number) => (is(loop) ? [number] : []));
  return {
    innermost(site) {
      const at = offset(site);
      return numbers((loop) => loop.owner === ownerOf(at) && holds(loop, at)).at(-1);
    },
    around: (site) => numbers((loop) => holds(loop, offset(site))),
    over(site) {
      const at = offset(site);
      const own = loops.filter(({ owner }) => owner === ownerOf(at));
      if (own.some((loop) => holds(loop, at))) return [];
      return numbers((loop) => own.includes(loop) && loop.end <= at);
    },
  };
}

const holds = ({ start, end }: Span, at: number): boolean => start <= at && at < end;

/** Deeper than programs nest; what lies deeper has no loops. */
const mostDepth = 200;

/** Outer ones come before those within. */
function collect(program: SyntaxNode, loops: Loop[], functions: Span[]): void {
  const visit = (node: SyntaxNode, owner: Span, depth: number): void => {
    if (depth > mostDepth) return;
    const isOwner = node === program || /Function/.test(node.type);
    if (isOwner) functions.push(node);
    if (/^(?:For|While|DoWhile)\w*Statement$/.test(node.type)) {
      loops.push({ start: node.start, end: node.end, owner });
    }
    for (const part of childrenOf(node)) visit(part, isOwner ? node : owner, depth + 1);
  };
  visit(program, program, 0);
}
