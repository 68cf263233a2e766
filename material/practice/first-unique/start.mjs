/** @param {unknown[]} values */
export function firstUnique(values) {
  const counts = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return Object.keys(counts).find((value) => counts[value] === 1);
}
