import { endsOnContest } from './ends-on-contest.ts';
import type { Expression, Program, Statement } from './program.ts';
import { recordRun } from './recorded-run.ts';
import { expressionsIn, statementsIn } from './walk-program.ts';

/**
 * The tricks of a program, each with the construct that it is played with: who has just seen an immediate in an
 * immediate has seen the next one, too.
 */
export function tricksOf(program: Program): readonly string[] {
  const asyncOnes = program.functions.filter(({ isAsync }) => isAsync);
  return [
    ...new Set([
      ...[...statementsIn(program)].flatMap(tricksOfStatement),
      ...[...expressionsIn(program)].flatMap(tricksOfExpression),
      ...asyncOnes.flatMap(({ body }) => tricksOfBody('an async function', body)),
      ...(program.body.some(({ do: what }) => what === 'await') ? ['top-level await'] : []),
      ...(endsOnContest(recordRun(program)) ? ['a timeout at the end'] : []),
    ]),
  ];
}

function tricksOfStatement(one: Statement): readonly string[] {
  if (one.do === 'schedule') return tricksOfBody(one.how, one.body);
  // A count is no trick.
  if (one.do === 'repeat') {
    return one.schedule === 'await' ? [] : [`${one.schedule} again and again`];
  }
  if (one.do === 'define') return one.value.is === 'settled' ? ['two chains of one promise'] : [];
  if (one.do === 'await') return one.value.is === 'thenable' ? ['await of a thenable'] : [];
  return one.do === 'block' || one.do === 'emit' || one.do === 'try' ? [one.do] : [];
}

function tricksOfExpression(one: Expression): readonly string[] {
  if (one.is === 'all' || one.is === 'race') return [`Promise.${one.is}`];
  if (one.is === 'inline') return tricksOfBody('an async function', one.body);
  if (one.is === 'executor') {
    if (one.value) return ['resolved with a promise'];
    return one.settles === 'now' ? [] : [`resolved in ${one.settles.how}`];
  }
  if (one.is !== 'chain') return [];
  return one.links.flatMap(({ via, body }) => [
    ...tricksOfBody(via, body),
    ...(body.some(({ do: what }) => what === 'throw') ? ['an error in a chain'] : []),
  ]);
}

/** What code does that runs later. */
function tricksOfBody(where: string, body: readonly Statement[]): readonly string[] {
  const place = where === 'stat' ? 'readFile' : where;
  const made = new Set(body.map((one) => (one.do === 'schedule' ? one.how : one.do)));
  const given = body.flatMap((one) =>
    one.do === 'return' ? [`return ${one.awaited ? 'await ' : ''}${one.value.is} in ${where}`] : [],
  );
  const isQueued = !ofLoop.has(place);
  return [
    ...given.filter((one) => !one.includes('plain')),
    ...(isQueued && where !== 'nextTick' && made.has('nextTick') ? ['a tick in a microtask'] : []),
    ...(!isQueued && made.has('setImmediate')
      ? [`an immediate ${made.has('setTimeout') ? 'and a timeout ' : ''}in ${place}`]
      : []),
  ];
}

const ofLoop: ReadonlySet<string> = new Set([
  'setTimeout',
  'setImmediate',
  'readFile',
] satisfies Extract<Statement, { do: 'schedule' }>['how'][]);
