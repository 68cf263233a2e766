/* ---
title: Three orders and their customers
difficulty: easy
teaches: A query for each row of a result is N + 1 queries; collecting the ids first needs two, however many rows there are.
expect:
  - "lazy relation: 4 queries, Ada Ben Ada"
  - "one IN query: 2 queries, Ada Ben Ada"
decoys:
  - 'lazy relation: 3 queries, Ada Ben Ada'
  - 'one IN query: 1 queries, Ada Ben Ada'
--- */
const customers = new Map([
  [1, 'Ada'],
  [2, 'Ben'],
]);
let queries = 0;

const db = {
  async orders() {
    queries++;
    return [{ customerId: 1 }, { customerId: 2 }, { customerId: 1 }];
  },
  async customersIn(ids) {
    queries++;
    return new Map(ids.map((id) => [id, customers.get(id)]));
  },
};

async function lazy() {
  const names = [];
  for (const { customerId } of await db.orders()) {
    const found = await db.customersIn([customerId]);
    names.push(found.get(customerId));
  }
  return names;
}

async function batched() {
  const orders = await db.orders();
  const ids = [...new Set(orders.map(({ customerId }) => customerId))];
  const found = await db.customersIn(ids);
  return orders.map(({ customerId }) => found.get(customerId));
}

async function main() {
  for (const [name, load] of Object.entries({ 'lazy relation': lazy, 'one IN query': batched })) {
    queries = 0;
    const names = await load();
    console.log(`${name}: ${queries} queries, ${names.join(' ')}`);
  }
}

main();
