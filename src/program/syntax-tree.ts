/** A node of a syntax tree in the form of ESTree, whoever parsed it. */
export interface SyntaxNode extends Readonly<Record<string, unknown>> {
  readonly type: string;
  /** Offsets in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** A node whose parser was asked for lines too. */
export interface Parts extends SyntaxNode {
  readonly loc: { readonly start: { readonly line: number } };
}

export const isParts = (value: unknown): value is Parts =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as { type?: unknown }).type === 'string' &&
  typeof (value as { start?: unknown }).start === 'number';

/**
 * In the order in which a node lists its parts. For walks that `acorn-walk` can't do: over trees with types or
 * JSX in them, of which it knows no node, and where the parent decides what its parts are given, or how deep to go.
 */
export const childrenOf = <Node extends SyntaxNode>(node: Node): readonly Node[] =>
  Object.values(node)
    .flat()
    .filter((value): value is Node => isParts(value));
