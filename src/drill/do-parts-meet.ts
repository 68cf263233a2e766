/** What each part of a program prints. */
type Parts = readonly (readonly string[])[];

/**
 * Whether lines of one part of a program are printed between lines of another: else its reader solves
 * small programs one after the other.
 *
 * @param printed by the whole program
 */
export function doPartsMeet(parts: Parts, printed: readonly string[]): boolean {
  if (parts.length < 2) return true;
  const places = partsOf(parts, printed);
  const blocks = places.filter((part, at) => part !== places[at - 1]).length;
  return blocks > new Set(places).size;
}

/**
 * Whether all lines of a part, more than two, are printed after those of all others, in the order of its code:
 * a program behind a program, and nothing to think about.
 */
export function endsApart(parts: Parts, printed: readonly string[]): boolean {
  const places = partsOf(parts, printed);
  const last = places.at(-1);
  const tail = places.length - 1 - places.findLastIndex((part) => part !== last);
  const labels = parts[last ?? -1] ?? [];
  const own = printed.filter((line) => labels.includes(line));
  const isAsWritten = own.join('\n') === labels.filter((label) => own.includes(label)).join('\n');
  return tail > 2 && tail < places.length && own.length === tail && isAsWritten;
}

/** Which part printed each line; none for the lines of the script itself. */
const partsOf = (parts: Parts, printed: readonly string[]): readonly number[] =>
  printed.flatMap((line) => {
    const part = parts.findIndex((labels) => labels.includes(line));
    return part < 0 ? [] : [part];
  });
