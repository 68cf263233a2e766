import type { Expression, Program, Statement } from './program.ts';

/** All statements of a program, also those inside of others and of expressions. */
export function* statementsIn({ functions, body }: Program): Generator<Statement> {
  for (const one of functions) yield* statementsOf(one.body);
  yield* statementsOf(body);
}

/** All expressions of a program, also those inside of others. */
export function* expressionsIn(program: Program): Generator<Expression> {
  for (const statement of statementsIn(program)) {
    for (const value of valuesOf(statement)) yield* expressionsOf(value);
  }
}

function* statementsOf(statements: readonly Statement[]): Generator<Statement> {
  for (const statement of statements) {
    yield statement;
    for (const body of bodiesOf(statement)) yield* statementsOf(body);
  }
}

/** The bodies that are written inside of a statement, and whether each is one of a callback. */
export function bodiesIn(
  statement: Statement,
): { readonly isCallback: boolean; readonly body: readonly Statement[] }[] {
  const isCallback = statement.do === 'schedule';
  const own = 'value' in statement ? [] : [...bodiesOf(statement)];
  const links = valuesOf(statement).flatMap((value) => [...expressionsOf(value)]);
  return [
    ...own.map((body) => ({ isCallback, body })),
    ...links.flatMap((one) =>
      [...ownBodiesOf(one)].map((body) => ({ isCallback: one.is === 'chain', body })),
    ),
  ];
}

function* bodiesOf(statement: Statement): Generator<readonly Statement[]> {
  if (statement.do === 'schedule') yield statement.body;
  else if (statement.do === 'listen') yield* statement.listeners;
  else if (statement.do === 'try') {
    const { body, caught = [], last = [] } = statement;
    yield* [body, caught, last];
  }
  for (const value of valuesOf(statement)) {
    for (const expression of expressionsOf(value)) yield* ownBodiesOf(expression);
  }
}

function valuesOf(statement: Statement): Expression[] {
  return 'value' in statement ? [statement.value] : [];
}

function* expressionsOf(expression: Expression): Generator<Expression> {
  yield expression;
  if (expression.is === 'chain') yield* expressionsOf(expression.from);
  if (expression.is === 'all' || expression.is === 'race') {
    for (const member of expression.of) yield* expressionsOf(member);
  }
}

function* ownBodiesOf(expression: Expression): Generator<readonly Statement[]> {
  if (expression.is === 'inline' || expression.is === 'executor') yield expression.body;
  if (expression.is === 'chain') for (const { body } of expression.links) yield body;
}
