export interface Seen {
  readonly id: string;
  readonly total: number;
  readonly unseen: readonly (readonly string[])[] | undefined;
}

/**
 * What `npm run verify` says at its end.
 * @param seen of each expectation: how many runs, and the orders that it allows and that never came; nothing
 *   when there are too many of these to list
 * @param wrong outputs outside their expectation, in words
 * @returns lines
 */
export function reportOf(seen: readonly Seen[], wrong: ReadonlySet<string>): string[] {
  const lines = seen.flatMap(({ id, total, unseen }) => {
    if (unseen === undefined) return ['', `${id}: too many orders to list what never came.`];
    if (unseen.length === 0) return [];
    const orders = unseen.map((order) => `  ${order.join(' | ') || '(nothing)'}`);
    return ['', `${id}: never came in ${total} runs`, ...orders];
  });
  if (wrong.size === 0) return lines;
  return [...lines, '', ...wrong, '', `${wrong.size} outputs are outside their expectation.`];
}
