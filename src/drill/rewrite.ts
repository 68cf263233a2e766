import type { Program } from './program.ts';

/** A statement, an expression, a link or a function, whichever. */
export type Part = Readonly<Record<string, unknown>>;

/** Several parts only for a statement or a link; undefined for one that stays as it is. */
export type Change = (part: Part) => Part | readonly Part[] | undefined;

/** Every part of the program, the innermost first, replaced by what `change` makes of it; itself if nothing changes. */
export const rewritten = (program: Program, change: Change): Program =>
  rewrite(program, change) as Program;

/** For each part that `change` applies to a program in which nothing else is changed. */
export function rewrittenOneByOne(program: Program, change: Change): readonly Program[] {
  let count = 0;
  rewrite(program, (part) => {
    if (change(part)) count += 1;
    return undefined;
  });
  return Array.from({ length: count }, (_, wanted) => {
    let at = 0;
    return rewritten(program, (part) => {
      const changed = change(part);
      return changed && at++ === wanted ? changed : undefined;
    });
  });
}

/** What stays the same is shared: thousands of programs are rewritten until one is fit. */
function rewrite(value: unknown, change: Change): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return rewriteList(value, change);
  const part = value as Part;
  let result: Record<string, unknown> | undefined;
  for (const key of Object.keys(part)) {
    const before = part[key];
    const after = rewrite(before, change);
    if (after !== before) (result ??= { ...part })[key] = after;
  }
  return change(result ?? part) ?? result ?? part;
}

function rewriteList(list: readonly unknown[], change: Change): readonly unknown[] {
  const after = list.map((one) => rewrite(one, change));
  if (after.every((one, at) => one === list[at])) return list;
  // What is a list itself, such as the body of one of several listeners, stays one.
  return after.flatMap((one, at) => (Array.isArray(list[at]) ? [one] : one));
}
