/** The height of a line beside the drawing, in its units. */
export const orderRow = 28;

/** A curve of the drawing between two orders, from a line to the same line. */
export interface OrderLink {
  /** The data of an SVG path in a box that is 100 wide. */
  readonly path: string;
  /** The line is elsewhere in the other order. */
  readonly isMoved: boolean;
}

/** One for each line of the first order that the other one has; of equal lines the first goes to the first. */
export function orderLinks(one: readonly string[], other: readonly string[]): OrderLink[] {
  const left = new Map<string, number[]>();
  for (const [at, line] of other.entries()) left.set(line, [...(left.get(line) ?? []), at]);
  return one.flatMap((line, at) => {
    const to = left.get(line)?.shift();
    if (to === undefined) return [];
    const [from, end] = [(at + 0.5) * orderRow, (to + 0.5) * orderRow];
    return { path: `M0 ${from} C50 ${from} 50 ${end} 100 ${end}`, isMoved: at !== to };
  });
}
