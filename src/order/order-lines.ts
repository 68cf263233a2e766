import { lineKey } from './line-text.ts';
import { startMatch, type MatchPosition } from './matcher.ts';
import { partOf } from './order-part.ts';
import type { Order } from './order.ts';
import type { OutputLine } from './output.ts';

/**
 * All lines an output can contain, as often as one output can contain them: the cards of a
 * prediction, in the order the expectation names them. Lines that show the same text share cards.
 */
export function orderLines(order: Order): OutputLine[] {
  return [...countLines(order).values()].flatMap(({ line, count }) =>
    Array.from({ length: count }, () => line),
  );
}

/** Whether the order allows more than one output. */
export function hasSeveralOrders(order: Order): boolean {
  const { outputs, complete } = enumerateOutputs(order, 2);
  return outputs.length > 1 || !complete;
}

export interface Outputs {
  /** Distinct in streams and texts. */
  readonly outputs: readonly (readonly OutputLine[])[];
  /** False when there are more than `limit`, or too many states to tell. */
  readonly complete: boolean;
}

/** The outputs of an order, at most `limit` of them. */
export function enumerateOutputs(order: Order, limit: number): Outputs {
  const outputs: (readonly OutputLine[])[] = [];
  const complete = visit(startMatch(order, { comparison: 'strict' }), []);
  return { outputs, complete };

  /** Returns false once something had to be left out. */
  function visit(position: MatchPosition, soFar: readonly OutputLine[]): boolean {
    if (position.mayEnd()) {
      if (outputs.length === limit) return false;
      outputs.push(soFar);
    }
    return position.possible().every((line) => {
      const step = position.step(line);
      return step.kind === 'next' && visit(step.position, [...soFar, line]);
    });
  }
}

/** The order whose only output is these lines. */
export function orderOf(lines: readonly OutputLine[]): Order {
  return lines.map(({ stream, text }): Order => {
    switch (stream) {
      case 'stdout':
        return text;
      case 'stderr':
        return { err: text };
      case 'uncaught':
        return { uncaught: text };
      case 'exit':
        return { exit: String(Number(text)) === text ? Number(text) : text };
    }
  });
}

type Counts = ReadonlyMap<string, { readonly line: OutputLine; readonly count: number }>;

function countLines(order: Order): Counts {
  const part = partOf(order);
  switch (part.kind) {
    case 'line':
      return new Map([[lineKey(part.line, 'text'), { line: part.line, count: 1 }]]);
    case 'sequence':
    case 'any':
      return merge(part.items.map(countLines), (a, b) => a + b);
    case 'alt':
      return merge(part.items.map(countLines), Math.max);
    case 'block':
    case 'opt':
      return countLines(part.body);
  }
}

function merge(all: readonly Counts[], combine: (a: number, b: number) => number): Counts {
  const merged = new Map<string, { line: OutputLine; count: number }>();
  for (const counts of all) {
    for (const [key, { line, count }] of counts) {
      const before = merged.get(key);
      merged.set(key, {
        line: before?.line ?? line,
        count: combine(before?.count ?? 0, count),
      });
    }
  }
  return merged;
}
