/**
 * @param {unknown[]} items
 * @param {number} number
 * @param {number} size
 */
export function page(items, number, size) {
  const from = number * size;
  return { items: items.slice(from, from + size), pages: items.length / size, next: number + 1 };
}
