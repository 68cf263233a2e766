import type { ModuleKind } from '../bank/model.ts';
import { parseAs } from './module-syntax.ts';
import { createPlaces } from './places.ts';
import type { Place, Places } from './places.ts';
import { returnedBy } from './returned-functions.ts';
import { childrenOf } from './syntax-tree.ts';
import type { SyntaxNode } from './syntax-tree.ts';
import { argumentsOf, mostDepth, nameOf, visitAll } from './tree-words.ts';
import { callsWhatItTakes, isTake, poolGivenTo } from './take-words.ts';

/**
 * Places where a program takes something that several callbacks take from, such as the next job of a queue: which callback
 * gets what is decided by the order of the callbacks. As far as the text tells; a mistake makes what is said more careful.
 */
export interface Takes {
  /** What a callback may take, before and after each of the places in it that are asked for. */
  readonly of: (entry: Entry, places: readonly Place[]) => TakesOfCallback;
  /** Whether what goes on behind an `await` comes to a place in that function, by an offset, before it pauses again. */
  readonly comesTo: (wait: Place, at: number) => boolean;
  /** The function that a place is in. */
  readonly functionAt: (place: Place) => number;
  /** Whether there are any. */
  readonly some: boolean;
}

/** Where a callback goes on: behind an `await`, or at the beginning of the functions that were given to a call. */
export interface Entry {
  readonly site: Place | undefined;
  readonly isAwait: boolean;
}

export interface TakesOfCallback {
  /** Each known by its offset in the text. */
  readonly all: readonly number[];
  readonly at: readonly TakesAround[];
}

export interface TakesAround {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /**
   * The text does not tell what calls the function that the place is in: what is taken may be before or after it. These are
   * functions that are called when they are taken, and may be what does.
   */
  readonly calling?: readonly number[];
}

interface Function {
  readonly node: SyntaxNode;
  readonly names: readonly string[];
}

/** A way through calls to a place: the place of each call in the function around it, and then the place itself. */
type Way = readonly number[];

const mostCalls = 6;
/** Behind everything else of a loop: its next round. */
const round = 1e9;

const nothing: Takes = {
  of: () => ({ all: [], at: [] }),
  comesTo: () => false,
  functionAt: () => 0,
  some: false,
};

/** Of what can't be read nothing is known. */
export function takesOf(code: string, kind: ModuleKind): Takes {
  const program = parseAs(code, kind === 'mjs' ? 'module' : 'script') as SyntaxNode | undefined;
  return program ? takesIn(program, createPlaces(code)) : nothing;
}

function takesIn(program: SyntaxNode, { offset }: Places): Takes {
  const parents = new Map<SyntaxNode, SyntaxNode>();
  const functions: Function[] = [];
  const calls: SyntaxNode[] = [];
  const pauses: SyntaxNode[] = [];
  const taking: SyntaxNode[] = [];
  const pools: SyntaxNode[] = [];
  const visit = (node: SyntaxNode, parent: SyntaxNode | undefined, depth: number): void => {
    if (depth > mostDepth) return;
    if (parent) parents.set(node, parent);
    if (isFunction(node)) functions.push({ node, names: namesOf(node, parent) });
    if (node.type === 'CallExpression' || node.type === 'NewExpression') calls.push(node);
    if (node.type === 'AwaitExpression' || node.type === 'YieldExpression') pauses.push(node);
    for (const part of childrenOf(node)) visit(part, node, depth + 1);
  };
  visit(program, undefined, 0);
  visitAll(program, (node) => {
    if (isTake(node, program, (it) => parents.get(it))) taking.push(node);
    const given = poolGivenTo(node);
    const pooled = given && (isFunction(given) ? given : named(nameOf(given))[0]);
    if (pooled) pools.push(pooled);
  });

  function named(name: string): SyntaxNode[] {
    if (name === '') return [];
    return functions.filter(({ names }) => names.includes(name)).map(({ node }) => node);
  }

  /** The function whose code a place is, with the callbacks in it that are called immediately. */
  function ownerOf(at: SyntaxNode): SyntaxNode {
    let owner: SyntaxNode | undefined = at;
    do owner = parents.get(owner);
    while (owner && !(isFunction(owner) && !isCalledAtOnce(owner, parents.get(owner))));
    return owner ?? program;
  }
  const owned = (nodes: readonly SyntaxNode[]): Map<SyntaxNode, SyntaxNode[]> => {
    const found = new Map<SyntaxNode, SyntaxNode[]>();
    for (const node of nodes) {
      const owner = ownerOf(node);
      found.set(owner, [...(found.get(owner) ?? []), node]);
    }
    return found;
  };
  const callingTakes = new Set(
    taking.filter((it) => callsWhatItTakes(it, (node) => parents.get(node))).map((it) => it.start),
  );
  const [callsIn, pausesIn, takingIn] = [owned(calls), owned(pauses), owned(taking)];

  const innermost = (at: number): SyntaxNode => {
    const inner = functions.findLast(({ node }) => holds(node, at));
    if (!inner) return program;
    return isCalledAtOnce(inner.node, parents.get(inner.node)) ? ownerOf(inner.node) : inner.node;
  };

  /** Where something comes in a function that begins, or goes on behind a pause; undefined where it is not reached in one go. */
  function order(
    owner: SyntaxNode,
    from: number | undefined,
    node: SyntaxNode,
  ): number | undefined {
    const at = placeOf(node);
    return isPaused(owner, from, at) ? undefined : keyOf(owner, from, at);
  }

  /** Whether a function pauses on every way to a place in it. */
  function isPaused(owner: SyntaxNode, from: number | undefined, at: number): boolean {
    const key = keyOf(owner, from, at);
    return (pausesIn.get(owner) ?? []).some((pause) => {
      const pausedAt = keyOf(owner, from, pause.end);
      // What it waits for is evaluated before.
      if (key === undefined || pausedAt === undefined || pausedAt > key || holds(pause, at))
        return false;
      if (from !== undefined && pause.end === from) return false;
      return isPassed(pause, owner, at, from);
    });
  }

  function keyOf(owner: SyntaxNode, from: number | undefined, at: number): number | undefined {
    if (from === undefined || at >= from) return at;
    return loopsAround(owner, from).some((loop) => holds(loop, at)) ? at + round : undefined;
  }

  function loopsAround(owner: SyntaxNode, at: number): SyntaxNode[] {
    const found: SyntaxNode[] = [];
    const look = (node: SyntaxNode, depth: number): void => {
      if (depth > mostDepth || node.start > at || node.end < at) return;
      if (isLoop(node)) found.push(node);
      for (const part of childrenOf(node)) if (!isFunction(part)) look(part, depth + 1);
    };
    for (const part of childrenOf(owner)) look(part, 0);
    return found;
  }

  /** Whether every way from one place to the other leads through a pause: no branch that has neither of them is around it. */
  function isPassed(
    pause: SyntaxNode,
    owner: SyntaxNode,
    at: number,
    from: number | undefined,
  ): boolean {
    let [node, parent] = [pause, parents.get(pause)];
    while (parent && node !== owner) {
      const isOwn = holds(node, at) || (from !== undefined && holds(node, from - 1));
      if (isBranch(node, parent) && !isOwn) return false;
      [node, parent] = [parent, parents.get(parent)];
    }
    return true;
  }

  /** What a function takes, itself or by others that it calls by their names. */
  function reach(
    owner: SyntaxNode,
    from: number | undefined,
    above: readonly SyntaxNode[] = [],
  ): { readonly id: number; readonly way: Way }[] {
    if (above.length > mostCalls || above.includes(owner)) return [];
    const own = (takingIn.get(owner) ?? []).flatMap((take) => {
      const key = order(owner, from, take);
      return key === undefined ? [] : [{ id: take.start, way: [key] }];
    });
    const others = (callsIn.get(owner) ?? []).flatMap((call) => {
      const key = order(owner, from, call);
      if (key === undefined) return [];
      return calledBy(call).flatMap((called) =>
        reach(called, undefined, [...above, owner]).map(({ id, way }) => ({
          id,
          way: [key, ...way],
        })),
      );
    });
    return [...own, ...others];
  }

  /** Where a function ends that Node.js calls for several pieces at a time, it calls it for the next one. */
  function endsOf(
    owner: SyntaxNode,
    from: number | undefined,
  ): { readonly id: number; readonly way: Way }[] {
    const pool = pools.find((it) => holds(it, owner.start));
    if (!pool) return [];
    const hasBegun = from === undefined && (pausesIn.get(pool) ?? []).length > 0;
    const isOver =
      owner !== pool || (pool['async'] === true && !hasBegun && !isPaused(owner, from, owner.end));
    return isOver ? [{ id: pool.start, way: [Infinity] }] : [];
  }

  const calledBy = (call: SyntaxNode): SyntaxNode[] => {
    const callee = call['callee'] as SyntaxNode;
    if (isFunction(callee)) return [callee];
    const name = callee.type === 'MemberExpression' ? callee['property'] : callee;
    return named(nameOf(name));
  };

  /** The ways on which a function comes to a place in it, or in another one that it calls. */
  function waysTo(
    owner: SyntaxNode,
    from: number | undefined,
    at: number,
    above: readonly SyntaxNode[] = [],
  ): Way[] {
    if (above.length > mostCalls || above.includes(owner)) return [];
    if (innermost(at) === owner) {
      // What a call is given is evaluated before it.
      const call = calls.find((it) => placeOf(it) === at);
      const key = keyOf(owner, from, call?.end ?? at);
      return key === undefined ? [] : [[key]];
    }
    return (callsIn.get(owner) ?? []).flatMap((call) => {
      const key = order(owner, from, call);
      if (key === undefined) return [];
      return calledBy(call).flatMap((called) =>
        waysTo(called, undefined, at, [...above, owner]).map((way) => [key, ...way]),
      );
    });
  }

  const givenBy = (argument: SyntaxNode): readonly SyntaxNode[] =>
    argument.type === 'CallExpression'
      ? calledBy(argument).flatMap(returnedBy)
      : named(nameOf(argument));

  function entriesOf({ site, isAwait }: Entry, places: readonly number[]) {
    const found: { readonly owner: SyntaxNode; readonly from: number | undefined }[] = [];
    if (site && isAwait) {
      const at = offset(site);
      const wait = pauses.findLast((pause) => holds(pause, at));
      found.push({ owner: wait ? ownerOf(wait) : innermost(at), from: wait?.end ?? at });
    } else if (site) {
      const at = offset(site);
      // Of `finally`, V8 says where what it is given begins.
      const call = calls.findLast(
        (it) => placeOf(it) <= at && at <= (it['callee'] as SyntaxNode).end,
      );
      for (const argument of call ? argumentsOf(call) : []) {
        if (isFunction(argument)) found.push({ owner: argument, from: undefined });
        else for (const owner of givenBy(argument)) found.push({ owner, from: undefined });
      }
    }
    // What is in no function that was given: a listener, or code that such a one called.
    for (const at of places) {
      if (found.some(({ owner, from }) => waysTo(owner, from, at).length > 0)) continue;
      found.push({ owner: innermost(at), from: undefined });
    }
    return found.filter(({ owner }) => owner !== program);
  }

  return {
    comesTo(wait, at) {
      const [entry] = entriesOf({ site: wait, isAwait: true }, []);
      if (!entry || innermost(at) !== entry.owner) return false;
      const { owner, from } = entry;
      return keyOf(owner, from, at) !== undefined && !isPaused(owner, from, at);
    },
    functionAt: (place) => innermost(offset(place)).start,
    some: taking.length > 0 || pools.length > 0,
    of(entry, places) {
      const offsets = places.map(offset);
      const entries = entriesOf(entry, offsets).map(({ owner, from }) => ({
        owner,
        from,
        takes: [...reach(owner, from), ...endsOf(owner, from)],
      }));
      const all = unique(entries.flatMap(({ takes }) => takes));
      return {
        all,
        at: offsets.map((at) => {
          const ways = entries.map(({ owner, from }) => waysTo(owner, from, at));
          const some = (is: (take: Way, line: Way) => boolean): number[] =>
            unique(
              entries.flatMap(({ takes }, index) =>
                takes.filter(({ way }) => {
                  const own = ways[index] ?? [];
                  return own.length === 0 || own.some((it) => is(way, it));
                }),
              ),
            );
          const isOpen = entries.some(
            ({ takes }, index) => takes.length > 0 && ways[index]?.length === 0,
          );
          return {
            before: some(isBefore),
            after: some((take, line) => !isBefore(take, line)),
            ...(isOpen && { calling: all.filter((id) => callingTakes.has(id)) }),
          };
        }),
      };
    },
  };
}

const unique = (reached: readonly { readonly id: number }[]): number[] => [
  ...new Set(reached.map(({ id }) => id)),
];

function isBefore(one: Way, other: Way): boolean {
  for (const [at, key] of one.entries()) {
    const to = other[at];
    if (to === undefined || key > to) return false;
    if (key < to) return true;
  }
  return false;
}

const isFunction = ({ type }: SyntaxNode): boolean =>
  /^(?:ArrowFunctionExpression|FunctionExpression|FunctionDeclaration)$/.test(type);

const isLoop = ({ type }: SyntaxNode): boolean => /^(?:For|While|DoWhile)\w*Statement$/.test(type);

const holds = ({ start, end }: SyntaxNode, at: number): boolean => start <= at && at < end;

/** The names by which code calls a function: its own, that of the variable, the method or the property that it is. */
function namesOf(node: SyntaxNode, parent: SyntaxNode | undefined): string[] {
  const own = nameOf(node['id']);
  let holder = '';
  if (parent?.type === 'VariableDeclarator') holder = nameOf(parent['id']);
  else if (parent?.type === 'AssignmentExpression') {
    const target = parent['left'] as SyntaxNode;
    holder = nameOf(target.type === 'MemberExpression' ? target['property'] : target);
  } else if (/^(?:MethodDefinition|Property|PropertyDefinition)$/.test(parent?.type ?? '')) {
    holder = nameOf(parent?.['key']);
  }
  return [own, holder].filter((name) => name !== '');
}

const atOnce = new Set(['forEach', 'map', 'filter', 'reduce', 'some', 'every', 'find', 'flatMap']);

/** A callback of a list's method, the executor of a promise, a function that is called where it stands. */
function isCalledAtOnce(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  // What pauses is a chain of its own.
  if (node['async'] === true) return false;
  if (parent?.type === 'NewExpression') return nameOf(parent['callee']) === 'Promise';
  if (parent?.type !== 'CallExpression') return false;
  const callee = parent['callee'] as SyntaxNode;
  if (callee === node) return true;
  if (callee.type !== 'MemberExpression' || poolGivenTo(parent)) return false;
  return atOnce.has(nameOf(callee['property']));
}

/** What runs only under a condition, or again and again. */
const isBranch = (node: SyntaxNode, parent: SyntaxNode): boolean => {
  switch (parent.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return node !== parent['test'];
    case 'LogicalExpression':
      return node === parent['right'];
    case 'ForStatement':
    case 'WhileStatement':
      return node !== parent['test'] && node !== parent['init'];
    case 'ForOfStatement':
    case 'ForInStatement':
      return node === parent['body'];
    default:
      return /^(?:SwitchCase|CatchClause)$/.test(parent.type);
  }
};

/** Where V8 says that a call is: at the name of a method, else at its beginning. */
function placeOf(node: SyntaxNode): number {
  const callee = node['callee'] as SyntaxNode | undefined;
  const isMethod = node.type === 'CallExpression' && callee?.type === 'MemberExpression';
  return isMethod ? (callee['property'] as SyntaxNode).start : node.start;
}
