import type { Expression, Program, Statement } from './program.ts';

/**
 * The labels of a program in the order in which somebody reads them who follows each call into its function and
 * each `emit` to its listeners.
 */
export function readingOrder(program: Program): readonly string[] {
  const functions = new Map(program.functions.map(({ name, body }) => [name, body]));
  const listeners = new Map<string, readonly (readonly Statement[])[]>();

  const inBody = (body: readonly Statement[]): readonly string[] => body.flatMap(inStatement);

  function inStatement(statement: Statement): readonly string[] {
    switch (statement.do) {
      case 'print':
        return [statement.label];
      case 'schedule':
        return inBody(statement.body);
      case 'interval':
      case 'repeat':
        return Array.from({ length: statement.times }, (_, at) => `${statement.label} ${at + 1}`);
      case 'evaluate':
      case 'define':
      case 'await':
      case 'return':
        return inExpression(statement.value);
      case 'try': {
        const { body, caught = [], last = [] } = statement;
        return inBody([...body, ...caught, ...last]);
      }
      case 'listen':
        listeners.set(statement.emitter, statement.listeners);
        return [];
      case 'emit':
        return (listeners.get(statement.emitter) ?? []).flatMap(inBody);
      case 'throw':
      case 'block':
        return [];
    }
  }

  function inExpression(expression: Expression): readonly string[] {
    switch (expression.is) {
      case 'call':
        return inBody(functions.get(expression.name) ?? []);
      case 'inline':
      case 'executor':
        return inBody(expression.body);
      case 'chain':
        return [
          ...inExpression(expression.from),
          ...expression.links.flatMap(({ body }) => inBody(body)),
        ];
      case 'all':
      case 'race':
        return expression.of.flatMap(inExpression);
      case 'thenable':
        return [expression.label];
      case 'plain':
      case 'settled':
      case 'rejected':
      case 'stored':
      case 'sleep':
        return [];
    }
  }

  return inBody(program.body);
}
