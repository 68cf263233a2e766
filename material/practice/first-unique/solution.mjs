export function firstUnique(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return values.find((value) => counts.get(value) === 1);
}
