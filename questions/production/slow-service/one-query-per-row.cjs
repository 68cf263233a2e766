/* ---
title: A list of orders and their customers
difficulty: easy
teaches: One query for the list and one more for each row is the N+1 pattern; two queries with a list of ids return the same, and the number of round trips no longer grows with the list.
expect:
  - 'row by row: 51 queries'
  - 'with a list of ids: 2 queries'
  - 'same result: true'
--- */
let queries = 0;
const customers = new Map(Array.from({ length: 10 }, (_, id) => [id, `customer ${id}`]));
const database = {
  async orders() {
    queries++;
    return Array.from({ length: 50 }, (_, id) => ({ id, customerId: id % 10 }));
  },
  async customer(id) {
    queries++;
    return customers.get(id);
  },
  async customersByIds(ids) {
    queries++;
    return new Map(ids.map((id) => [id, customers.get(id)]));
  },
};

async function rowByRow() {
  const names = [];
  for (const { customerId } of await database.orders()) {
    names.push(await database.customer(customerId));
  }
  return names;
}

async function batched() {
  const orders = await database.orders();
  const ids = [...new Set(orders.map(({ customerId }) => customerId))];
  const byId = await database.customersByIds(ids);
  return orders.map(({ customerId }) => byId.get(customerId));
}

async function main() {
  const one = await rowByRow();
  console.log(`row by row: ${queries} queries`);
  queries = 0;
  const two = await batched();
  console.log(`with a list of ids: ${queries} queries`);
  console.log(`same result: ${one.join() === two.join()}`);
}
main();
