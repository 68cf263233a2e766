export function totals(orders) {
  const sums = new Map();
  for (const { customer, amount } of orders) {
    sums.set(customer, (sums.get(customer) ?? 0) + amount);
  }
  return [...sums]
    .map(([customer, total]) => ({ customer, total }))
    .sort((a, b) => b.total - a.total || a.customer.localeCompare(b.customer));
}
