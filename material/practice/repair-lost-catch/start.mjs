/**
 * @param {string} id
 * @param {{ take: () => Promise<object>, giveBack: (connection: object) => void }} pool
 * @param {(connection: object, id: string) => Promise<number>} query
 * @param {Map<string, number>} lastKnown
 */
export async function priceOf(id, pool, query, lastKnown) {
  const connection = await pool.take();
  try {
    return query(connection, id);
  } catch {
    return lastKnown.get(id);
  } finally {
    pool.giveBack(connection);
  }
}
