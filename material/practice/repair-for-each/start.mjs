/**
 * @param {object[]} orders
 * @param {(order: object) => Promise<number>} save resolves with the id
 */
export async function saveAll(orders, save) {
  const ids = [];
  orders.forEach(async (order) => {
    ids.push(await save(order));
  });
  return ids;
}
