/**
 * Whether lines of one part of a program are printed between lines of another: else its reader solves
 * small programs one after the other.
 *
 * @param parts what each prints
 * @param printed by the whole program
 */
export function doPartsMeet(
  parts: readonly (readonly string[])[],
  printed: readonly string[],
): boolean {
  if (parts.length < 2) return true;
  const partAt = printed.flatMap((line) => {
    const part = parts.findIndex((labels) => labels.includes(line));
    return part < 0 ? [] : [part];
  });
  const blocks = partAt.filter((part, at) => part !== partAt[at - 1]).length;
  return blocks > new Set(partAt).size;
}
