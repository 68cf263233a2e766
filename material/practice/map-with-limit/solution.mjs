export async function mapLimit(items, limit, work) {
  if (!Number.isInteger(limit) || limit < 1) {
    throw new RangeError(`${limit} is not a positive integer`);
  }
  const results = new Array(items.length);
  const rest = items.entries();
  let failed = false;
  const worker = async () => {
    for (const [index, item] of rest) {
      if (failed) return;
      try {
        results[index] = await work(item, index);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}
