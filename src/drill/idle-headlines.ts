import type { BeliefId } from '../explain/beliefs.ts';
import { noBeliefs } from './belief-set.ts';
import { inline, plain, then, wait } from './build.ts';
import { nominal } from './chance.ts';
import type { DrillFunction, Expression, Link, Program, Statement } from './program.ts';
import { rewrittenOneByOne, type Change, type Part } from './rewrite.ts';
import { runProgram } from './run-program.ts';

/** What a program seems to be about: a construct whose price in microtasks has to be known. */
export type Headline =
  | 'Promise.all'
  | 'Promise.race'
  | 'a link that is passed over'
  | 'a promise that is returned'
  | 'a thenable'
  | 'an executor that resolves in a tick'
  | 'an await of a call';

/**
 * The constructs that decide nothing: whether they take one microtask less or one more, the program prints the same.
 */
export function idleHeadlines(program: Program, lines: readonly string[]): readonly Headline[] {
  return headlinesOf(program)
    .filter(({ variants }) =>
      variants.every((variant) => variant().join('\n') === lines.join('\n')),
    )
    .map(({ headline }) => headline);
}

interface Variants {
  readonly headline: Headline;
  /** What is printed by the program in which one construct is quicker or slower. */
  readonly variants: readonly (() => readonly string[])[];
}

/** Each construct of a program, with what is printed if it is quicker or slower. */
export function headlinesOf(program: Program): readonly Variants[] {
  const bodies = new Map(program.functions.map(({ name, body }) => [name, body]));
  return rows(bodies).flatMap(({ headline, changes, belief }) => {
    const changed = changes.map((change) => rewrittenOneByOne(program, change));
    return (changed[0] ?? []).map((_, at) => ({
      headline,
      variants: [
        ...changed
          .flatMap((programs) => programs.slice(at, at + 1))
          .map((one) => () => printed(one)),
        ...(belief ? [() => printed(program, belief)] : []),
      ],
    }));
  });
}

const printed = (program: Program, belief?: BeliefId): readonly string[] =>
  runProgram(program, belief ? new Set([belief]) : noBeliefs, nominal).lines;

interface Row {
  readonly headline: Headline;
  /** Each of them applies to the same parts. */
  readonly changes: readonly Change[];
  /** As if the construct took nothing, where no other program says so. */
  readonly belief?: BeliefId;
}

type Body = readonly Statement[];
type Chain = Extract<Expression, { is: 'chain' }>;

/** A link that does nothing takes one microtask. */
const pause: Link = then();
const breath = wait(plain);

function rows(bodies: ReadonlyMap<string, Body>): readonly Row[] {
  return [
    {
      headline: 'Promise.all',
      changes: [inChain(({ from }) => from.is === 'all', delayed)],
      belief: 'all-is-free',
    },
    {
      headline: 'Promise.race',
      changes: [
        inChain(({ from }) => from.is === 'race', delayed),
        inChain(({ from }) => from.is === 'race', startedOnly),
      ],
    },
    {
      headline: 'Promise.race',
      changes: [inChain(({ from }) => from.is === 'race', waitingForAll)],
    },
    {
      headline: 'an executor that resolves in a tick',
      changes: [resolvedNow],
    },
    {
      headline: 'a link that is passed over',
      changes: [onLink(isEmpty, (link) => [link, pause]), onLink(isEmpty, () => [])],
    },
    {
      headline: 'a promise that is returned',
      changes: [
        onLink(returns('settled'), (link) => [link, pause]),
        onLink(returns('settled'), (link) => [withoutReturn(link), pause]),
      ],
    },
    {
      headline: 'a promise that is returned',
      changes: [
        onReturning((body, last) => [...body, breath, last]),
        onReturning((body, last) => [...body, ...(last.awaited ? [] : [breath])]),
      ],
    },
    {
      headline: 'a thenable',
      changes: [onLink(returns('thenable'), (link) => [link, pause])],
      belief: 'thenable-is-free',
    },
    {
      headline: 'a thenable',
      changes: [onStatement(awaitsThenable, (one) => [one, breath])],
      belief: 'thenable-is-free',
    },
    {
      headline: 'an await of a call',
      changes: [
        onStatement(awaitsOne(bodies), (one) => bodyOf(one, bodies)),
        onStatement(awaitsOne(bodies), (one) => longer(bodyOf(one, bodies))),
      ],
    },
  ];
}

const delayed = (chain: Chain): Chain => ({ ...chain, links: [pause, ...chain.links] });

/** The members are started, and nobody waits for one of them. */
function startedOnly(chain: Chain): Chain {
  const of = chain.from.is === 'race' ? chain.from.of : [];
  return { ...chain, from: inline(...of.map((value) => ({ do: 'evaluate', value }) as const)) };
}

/** For all of them, and not for the first. */
const waitingForAll = ({ from, ...chain }: Chain): Chain => ({
  ...chain,
  from: from.is === 'race' ? { ...from, is: 'all' } : from,
});

function resolvedNow(part: Part): Part | undefined {
  const { is, settles } = part as { readonly is?: unknown; readonly settles?: Settles };
  const isLater = is === 'executor' && typeof settles === 'object' && settles.how === 'nextTick';
  return isLater ? { ...part, settles: 'now' } : undefined;
}

type Settles = Extract<Expression, { is: 'executor' }>['settles'];

function inChain(is: (chain: Chain) => boolean, change: (chain: Chain) => Chain): Change {
  return (part) => {
    const chain = part as unknown as Chain;
    return part['is'] === 'chain' && is(chain) ? change(chain) : undefined;
  };
}

function onLink(is: (link: Link) => boolean, change: (link: Link) => readonly Link[]): Change {
  return (part) => {
    const link = part as unknown as Link;
    return 'via' in part && is(link) ? (change(link) as unknown as readonly Part[]) : undefined;
  };
}

function onStatement<T extends Statement>(
  is: (statement: Statement) => statement is T,
  change: (statement: T) => Body,
): Change {
  return (part) => {
    const statement = part as unknown as Statement;
    return 'do' in part && is(statement) ? change(statement) : undefined;
  };
}

/** An async function that ends with what it returns; a handler can't await. */
function onReturning(change: (body: Body, last: Return) => Body): Change {
  return (part) => {
    const { body, isAsync } = part as unknown as Partial<DrillFunction>;
    const last = body?.at(-1);
    if (!isAsync || !body || last?.do !== 'return') return undefined;
    return { ...part, body: change(body.slice(0, -1), last) };
  };
}

/** It prints nothing: it is there for what it costs. */
const isEmpty = ({ body }: Link): boolean =>
  body.every(
    (one) => one.do === 'return' && (one.value.is === 'plain' || one.value.is === 'sleep'),
  );

const returns =
  (is: Expression['is']) =>
  ({ body }: Link): boolean => {
    const last = body.at(-1);
    return last?.do === 'return' && last.value.is === is;
  };

const withoutReturn = (link: Link): Link => ({ ...link, body: link.body.slice(0, -1) });

type Return = Extract<Statement, { do: 'return' }>;
type Await = Extract<Statement, { do: 'await' }>;

const awaitsThenable = (one: Statement): one is Await =>
  one.do === 'await' && one.value.is === 'thenable';

const awaitsOne =
  (bodies: ReadonlyMap<string, Body>) =>
  (one: Statement): one is Await =>
    one.do === 'await' &&
    one.value.is === 'call' &&
    bodies.get(one.value.name)?.every(({ do: what }) => what !== 'return') === true;

const bodyOf = ({ value }: Await, bodies: ReadonlyMap<string, Body>): Body =>
  (value.is === 'call' && bodies.get(value.name)) || [];

/** Two microtasks more than without the call, which takes one itself. */
function longer(body: Body): Body {
  const throwing = body.findIndex((one) => one.do === 'throw');
  const at = throwing < 0 ? body.length : throwing;
  return [...body.slice(0, at), breath, breath, ...body.slice(at)];
}
