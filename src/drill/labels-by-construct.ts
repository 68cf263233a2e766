import type { Expression, Program, Schedule, Statement } from './program.ts';
import { expressionsIn, statementsIn } from './walk-program.ts';

/** Something that decides when code runs, as code names it. */
export type Construct =
  | 'process.nextTick'
  | 'queueMicrotask'
  | 'setTimeout'
  | 'setInterval'
  | 'setImmediate'
  | 'readFile'
  | 'stat'
  | 'then'
  | 'catch'
  | 'finally'
  | 'await'
  | 'new Promise'
  | 'Promise.all'
  | 'emit';

/** What each construct of a program prints itself, without what it schedules. */
export function labelsByConstruct(program: Program): ReadonlyMap<Construct, readonly string[]> {
  const labels = new Map<Construct, string[]>();
  const add = (construct: Construct, printed: readonly string[]): void =>
    void labels.set(construct, [...(labels.get(construct) ?? []), ...printed]);

  for (const statement of statementsIn(program)) {
    if (statement.do === 'schedule') add(scheduling[statement.how], printedIn(statement.body));
    if (statement.do === 'interval') add('setInterval', numbered(statement));
    if (statement.do === 'repeat') {
      const { schedule } = statement;
      if (schedule === 'await') add('await', numbered(statement));
      // The first call is an ordinary one.
      else add(scheduling[schedule], numbered(statement).slice(1));
    }
    if (statement.do === 'listen') add('emit', statement.listeners.flatMap(printedIn));
  }
  for (const expression of expressionsIn(program)) addExpression(expression, add);
  const bodies = program.functions.map(({ body }) => body);
  for (const body of [...bodies, program.body]) add('await', printedAfterAwait(body));
  return labels;
}

function addExpression(
  expression: Expression,
  add: (construct: Construct, printed: readonly string[]) => void,
): void {
  if (expression.is === 'executor') add('new Promise', printedIn(expression.body));
  if (expression.is === 'inline') add('await', printedAfterAwait(expression.body));
  if (expression.is !== 'chain') return;
  expression.links.forEach(({ via, body }, at) => {
    const isOfAll = expression.from.is === 'all' && at === 0;
    add(isOfAll ? 'Promise.all' : via, printedIn(body));
  });
}

const scheduling: Readonly<Record<Schedule['how'], Construct>> = {
  nextTick: 'process.nextTick',
  queueMicrotask: 'queueMicrotask',
  setTimeout: 'setTimeout',
  setImmediate: 'setImmediate',
  readFile: 'readFile',
  stat: 'stat',
};

const printedIn = (body: readonly Statement[]): string[] =>
  body.flatMap((one) => (one.do === 'print' ? [one.label] : []));

function printedAfterAwait(body: readonly Statement[]): string[] {
  const first = body.findIndex((one) => one.do === 'await');
  return first < 0 ? [] : printedIn(body.slice(first));
}

const numbered = ({ label, times }: { readonly label: string; readonly times: number }): string[] =>
  Array.from({ length: times }, (_, at) => `${label} ${at + 1}`);
