export async function priceOf(id, pool, query, lastKnown) {
  const connection = await pool.take();
  try {
    return await query(connection, id);
  } catch {
    return lastKnown.get(id);
  } finally {
    pool.giveBack(connection);
  }
}
