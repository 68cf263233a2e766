/** Whether a value from the page is one of these. */
export const isOneOf = <Item>(items: readonly Item[], value: unknown): value is Item =>
  items.some((item) => item === value);
