/**
 * @param {{ customer: string, amount: number }[]} orders
 * @returns {{ customer: string, total: number }[]}
 */
export function totals(orders) {
  throw new Error('Write this.');
}
