export function page(items, number, size) {
  for (const value of [number, size]) {
    if (!Number.isInteger(value) || value < 1) {
      throw new RangeError(`${value} is not a positive integer`);
    }
  }
  const from = (number - 1) * size;
  const pages = Math.ceil(items.length / size);
  return {
    items: items.slice(from, from + size),
    pages,
    next: number < pages ? number + 1 : null,
  };
}
