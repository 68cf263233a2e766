import { withoutEmptyEnd, type Comparison } from './line-text.ts';
import type { Order } from './order.ts';
import type { OutputLine } from './output.ts';
import { ResidualTable, type Residual } from './residual.ts';

export interface MatchOptions {
  readonly comparison: Comparison;
  /**
   * How many ways to have come this far are followed at once. Distinct lines need one; equal
   * lines in parallel branches can need more than any computer has.
   */
  readonly maxStates?: number;
}

/** A place within the outputs of an order, after some lines. Stepping leaves it as it is. */
export interface MatchPosition {
  step(line: OutputLine): MatchStep;
  /** The lines that may come next, in the order the expectation names them. */
  possible(): OutputLine[];
  /** Whether the output may end here (by text: also with empty lines yet to come). */
  mayEnd(): boolean;
}

export type MatchStep =
  | { readonly kind: 'next'; readonly position: MatchPosition }
  | { readonly kind: 'impossible' }
  /** More states than `maxStates`. */
  | { readonly kind: 'unknown' };

export type MatchResult =
  | { readonly kind: 'match' }
  | {
      readonly kind: 'mismatch';
      /** Counted from 0; equal to the number of lines when they end too early. */
      readonly at: number;
      readonly possible: readonly OutputLine[];
      readonly mayEnd: boolean;
    }
  | { readonly kind: 'unknown'; readonly at: number };

/**
 * Matches lines against an order by partial derivatives (Antimirov 1996, with shuffle): the state
 * is the set of all expressions of what may still come.
 *
 * A `block` counts as one piece: once its first line has come, all of it comes before any line of
 * the branches beside it, at every depth of `any` around it. Inside the block, an `any` interleaves
 * only its own branches. Outside of every `any` a block changes nothing.
 */
export function startMatch(order: Order, options: MatchOptions): MatchPosition {
  const table = new ResidualTable(options.comparison);
  return new Position(table, new Set([table.residualOf(order)]), {
    maxStates: defaultMaxStates,
    ...options,
  });
}

/** Whether the lines are one of the order's outputs; if not, the first line that can't be. */
export function matchLines(
  order: Order,
  lines: readonly OutputLine[],
  options: MatchOptions,
): MatchResult {
  const visible = options.comparison === 'text' ? withoutEmptyEnd(lines) : lines;
  const walk = walkLines(order, visible, options);
  if (walk.kind !== 'whole') return walk;
  const { position } = walk;
  if (position.mayEnd()) return { kind: 'match' };
  return {
    kind: 'mismatch',
    at: visible.length,
    possible: position.possible(),
    mayEnd: false,
  };
}

/** Like `matchLines`, for lines that are only the beginning of an output. */
export function matchBeginning(
  order: Order,
  lines: readonly OutputLine[],
  options: MatchOptions,
): MatchResult {
  const walk = walkLines(order, lines, options);
  return walk.kind === 'whole' ? { kind: 'match' } : walk;
}

type Walk =
  | Exclude<MatchResult, { kind: 'match' }>
  | { readonly kind: 'whole'; readonly position: MatchPosition };

function walkLines(order: Order, lines: readonly OutputLine[], options: MatchOptions): Walk {
  let position = startMatch(order, options);
  for (const [at, line] of lines.entries()) {
    const step = position.step(line);
    if (step.kind === 'unknown') return { kind: 'unknown', at };
    if (step.kind === 'impossible') {
      return { kind: 'mismatch', at, possible: position.possible(), mayEnd: position.mayEnd() };
    }
    position = step.position;
  }
  return { kind: 'whole', position };
}

class Position implements MatchPosition {
  constructor(
    private readonly table: ResidualTable,
    private readonly states: ReadonlySet<Residual>,
    private readonly options: Required<MatchOptions>,
  ) {}

  step(line: OutputLine): MatchStep {
    const symbol = this.table.symbolOf(line);
    if (symbol === undefined) return { kind: 'impossible' };
    const next = new Set<Residual>();
    for (const state of this.states) {
      for (const rest of this.table.after(state, symbol)) next.add(rest);
      if (next.size > this.options.maxStates) return { kind: 'unknown' };
    }
    if (next.size === 0) return { kind: 'impossible' };
    return { kind: 'next', position: new Position(this.table, next, this.options) };
  }

  possible(): OutputLine[] {
    const symbols = new Set<number>();
    for (const state of this.states) this.table.addFirst(state, symbols);
    return this.table.lines.filter((_, symbol) => symbols.has(symbol));
  }

  mayEnd(): boolean {
    for (const state of this.states) if (state.mayEnd) return true;
    if (this.options.comparison === 'strict') return false;
    const step = this.step({ stream: 'stdout', text: '' });
    return step.kind === 'next' && step.position.mayEnd();
  }
}

const defaultMaxStates = 1000;
