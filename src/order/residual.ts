import type { OutputLine } from './output.ts';
import { lineKey, type Comparison } from './line-text.ts';
import { partOf } from './order-part.ts';
import type { Order } from './order.ts';

/**
 * What may still come. Every expression is made once (see `ResidualTable`), so two that mean the
 * same by the table's laws are the same object and sets of states stay small.
 */
export type Residual = Node & {
  readonly id: number;
  /** Whether the output may end here. */
  readonly mayEnd: boolean;
};

type Node =
  /** No output at all, not even the empty one: `alt` without branches. */
  | { readonly kind: 'never' }
  | { readonly kind: 'empty' }
  /** `symbol` is the line's index in `ResidualTable.lines`. */
  | { readonly kind: 'line'; readonly symbol: number }
  /** A list, cell by cell, so that what is left of it is shared and not copied. */
  | { readonly kind: 'sequence'; readonly head: Residual; readonly tail: Residual }
  | { readonly kind: 'any' | 'alt'; readonly branches: readonly Residual[] }
  | { readonly kind: 'block'; readonly body: Residual };

/**
 * What is left after a line: first `now`, which nothing may interrupt, because a block has begun;
 * then `later`, where the branches beside the block go on.
 */
interface Split {
  readonly now: Residual;
  readonly later: Residual;
}

/** Makes residual expressions of one order and takes their derivatives. */
export class ResidualTable {
  /** The distinct lines, in the order the expectation names them; the index is their symbol. */
  readonly lines: OutputLine[] = [];
  private readonly symbols = new Map<string, number>();
  private readonly known = new Map<string, Residual>();
  private readonly empty = this.make('empty', { kind: 'empty' }, true);
  private readonly never = this.make('never', { kind: 'never' }, false);

  constructor(private readonly comparison: Comparison) {}

  /** The residual before the first line: all of the order. */
  residualOf(order: Order): Residual {
    const part = partOf(order);
    switch (part.kind) {
      case 'line':
        return this.line(part.line);
      case 'sequence':
        return this.sequence(part.items.map((item) => this.residualOf(item)));
      case 'any':
        return this.any(part.items.map((item) => this.residualOf(item)));
      case 'alt':
        return this.alt(part.items.map((item) => this.residualOf(item)));
      case 'block':
        return this.block(this.residualOf(part.body));
      case 'opt':
        return this.alt([this.residualOf(part.body), this.empty]);
    }
  }

  symbolOf(line: OutputLine): number | undefined {
    return this.symbols.get(lineKey(line, this.comparison));
  }

  /** All that may be left once `symbol` has come; empty when it can't come first. */
  after(residual: Residual, symbol: number): Residual[] {
    return this.splits(residual, symbol).map(({ now, later }) => this.sequence([now, later]));
  }

  /** Adds the symbols of all lines that may come first. */
  addFirst(residual: Residual, symbols: Set<number>): void {
    switch (residual.kind) {
      case 'never':
      case 'empty':
        return;
      case 'line':
        symbols.add(residual.symbol);
        return;
      case 'sequence':
        this.addFirst(residual.head, symbols);
        if (residual.head.mayEnd) this.addFirst(residual.tail, symbols);
        return;
      case 'any':
      case 'alt':
        for (const branch of residual.branches) this.addFirst(branch, symbols);
        return;
      case 'block':
        this.addFirst(residual.body, symbols);
    }
  }

  private splits(residual: Residual, symbol: number): Split[] {
    switch (residual.kind) {
      case 'never':
      case 'empty':
        return [];
      case 'line':
        return residual.symbol === symbol ? [{ now: this.empty, later: this.empty }] : [];
      case 'sequence': {
        const { head, tail } = residual;
        const inHead = this.splits(head, symbol).map(({ now, later }) => ({
          now,
          later: this.sequence([later, tail]),
        }));
        return head.mayEnd ? [...inHead, ...this.splits(tail, symbol)] : inHead;
      }
      case 'any':
        return this.splitsOfAny(residual.branches, symbol);
      case 'alt':
        return residual.branches.flatMap((branch) => this.splits(branch, symbol));
      case 'block':
        // A block that has begun is finished before anything beside it, inner blocks included.
        return this.after(residual.body, symbol).map((rest) => ({ now: rest, later: this.empty }));
    }
  }

  private splitsOfAny(branches: readonly Residual[], symbol: number): Split[] {
    return branches.flatMap((branch, index) => {
      // Branches are sorted: equal ones stand together, and one of them speaks for all.
      if (branch === branches[index - 1]) return [];
      return this.splits(branch, symbol).map(({ now, later }) => ({
        now,
        later: this.any([later, ...branches.toSpliced(index, 1)]),
      }));
    });
  }

  private line(line: OutputLine): Residual {
    const key = lineKey(line, this.comparison);
    let symbol = this.symbols.get(key);
    if (symbol === undefined) {
      symbol = this.lines.push(line) - 1;
      this.symbols.set(key, symbol);
    }
    return this.make(`line ${symbol}`, { kind: 'line', symbol }, false);
  }

  private sequence(items: readonly Residual[]): Residual {
    if (items.includes(this.never)) return this.never;
    return items.reduceRight((tail, item) => this.prepend(item, tail), this.empty);
  }

  /** Only `item` is taken apart: `tail` may be thousands of lines. */
  private prepend(item: Residual, tail: Residual): Residual {
    if (tail === this.empty) return item;
    return cells(item).reduceRight((rest, head) => {
      const key = `sequence ${head.id} ${rest.id}`;
      return this.make(key, { kind: 'sequence', head, tail: rest }, head.mayEnd && rest.mayEnd);
    }, tail);
  }

  private any(items: readonly Residual[]): Residual {
    if (items.includes(this.never)) return this.never;
    const branches = items
      .flatMap((item) => (item.kind === 'any' ? item.branches : [item]))
      .filter((item) => item !== this.empty)
      .sort((a, b) => a.id - b.id);
    if (branches.length < 2) return branches[0] ?? this.empty;
    const mayEnd = branches.every((branch) => branch.mayEnd);
    return this.make(`any ${idsOf(branches)}`, { kind: 'any', branches }, mayEnd);
  }

  private alt(items: readonly Residual[]): Residual {
    const flat = items.flatMap((item) => (item.kind === 'alt' ? item.branches : [item]));
    const branches = [...new Set(flat)]
      .filter((item) => item !== this.never)
      .sort((a, b) => a.id - b.id);
    if (branches.length < 2) return branches[0] ?? this.never;
    const mayEnd = branches.some((branch) => branch.mayEnd);
    return this.make(`alt ${idsOf(branches)}`, { kind: 'alt', branches }, mayEnd);
  }

  private block(body: Residual): Residual {
    const isWhole = body.kind !== 'sequence' && body.kind !== 'any' && body.kind !== 'alt';
    if (isWhole) return body;
    return this.make(`block ${body.id}`, { kind: 'block', body }, body.mayEnd);
  }

  private make(key: string, node: Node, mayEnd: boolean): Residual {
    const found = this.known.get(key);
    if (found !== undefined) return found;
    const made = { ...node, id: this.known.size, mayEnd };
    this.known.set(key, made);
    return made;
  }
}

/** The items of a list, so that a list within a list is the same as one list. */
function cells(residual: Residual): Residual[] {
  const items: Residual[] = [];
  let rest = residual;
  for (; rest.kind === 'sequence'; rest = rest.tail) items.push(rest.head);
  if (rest.kind !== 'empty') items.push(rest);
  return items;
}

function idsOf(branches: readonly Residual[]): string {
  return branches.map((branch) => branch.id).join(' ');
}
