/** A node of a syntax tree, whoever parsed it. */
export interface Parts extends Readonly<Record<string, unknown>> {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly loc: { readonly start: { readonly line: number } };
}

export const isParts = (value: unknown): value is Parts =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as { type?: unknown }).type === 'string' &&
  typeof (value as { start?: unknown }).start === 'number';

/** In the order in which a node lists its parts. */
export const childrenOf = (node: Parts): readonly Parts[] =>
  Object.values(node).flat().filter(isParts);
