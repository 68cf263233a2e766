export async function saveAll(orders, save) {
  const ids = [];
  for (const order of orders) ids.push(await save(order));
  return ids;
}
