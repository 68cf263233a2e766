import type { Program } from 'acorn';
import { base, findNodeAt, full, make } from 'acorn-walk';

/**
 * What code uses that only CommonJS has: `require`, `__dirname` …; undefined for nothing. Without scopes: a
 * name that is declared anywhere counts as declared everywhere, as in
 * `const require = createRequire(import.meta.url)`.
 */
export function usesCommonJs(program: Program): string | undefined {
  const declared = new Set<string>();
  const used = new Set<string>();
  full(
    program,
    (node, _, type) => {
      if (/^Import\w*Specifier$/.test(node.type)) {
        declared.add((node as { local: { name: string } }).local.name);
      } else if (node.type === 'Identifier') {
        (type === 'VariablePattern' ? declared : used).add(node.name);
      }
    },
    walker,
  );
  return commonJsNames.find((name) => used.has(name) && !declared.has(name));
}

/** What code uses that only ES modules have. */
export function moduleSyntaxUsed(program: Program): 'import' | 'import.meta' | 'await' {
  if (program.body.some(({ type }) => /^(Import|Export)/.test(type))) return 'import';
  return findNodeAt(program, undefined, undefined, 'MetaProperty') ? 'import.meta' : 'await';
}

const commonJsNames = ['require', 'module', 'exports', '__filename', '__dirname'];

const walker = make<undefined>(
  {
    // `typeof require` is how code asks which kind it is.
    UnaryExpression({ operator, argument }, state, walk) {
      if (operator !== 'typeof' || argument.type !== 'Identifier') walk(argument, state);
    },
    // `exports = {}` declares nothing, though the walk calls its name a pattern as that of a declaration.
    AssignmentExpression(node, state, walk) {
      if (node.left.type !== 'Identifier') base.AssignmentExpression?.(node, state, walk);
      else for (const part of [node.left, node.right]) walk(part, state);
    },
  },
  base,
);
