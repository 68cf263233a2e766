import type { WrongSolutions } from './wrong-solution.ts';

export const wrong: WrongSolutions = {
  'sums-in-an-object': `export function totals(orders) {
  const sums = {};
  for (const { customer, amount } of orders) sums[customer] = (sums[customer] ?? 0) + amount;
  return Object.entries(sums)
    .map(([customer, total]) => ({ customer, total }))
    .sort((a, b) => b.total - a.total || a.customer.localeCompare(b.customer));
}
`,
  'smallest-first': [['b.total - a.total', 'a.total - b.total']],
  'equal-ones-as-they-are': [[' || a.customer.localeCompare(b.customer)', '']],
  'sorts-the-argument': [
    [
      `  const sums = new Map();
`,
      `  const sums = new Map();
  orders.sort((a, b) => a.customer.localeCompare(b.customer));
`,
    ],
  ],
  'adds-into-an-order': `export function totals(orders) {
  const first = new Map();
  for (const order of orders) {
    const known = first.get(order.customer);
    if (known) known.amount += order.amount;
    else first.set(order.customer, order);
  }
  return [...first.values()]
    .map(({ customer, amount }) => ({ customer, total: amount }))
    .sort((a, b) => b.total - a.total || a.customer.localeCompare(b.customer));
}
`,
  'sorted-by-name-only': [['b.total - a.total || ', '']],
  'last-amount-wins': [['(sums.get(customer) ?? 0) + amount', 'amount']],
};
