import type { Printed } from './printed.ts';

/** The lines that one call printed, such as those of an object that needs several. */
export type Write = readonly [Printed, ...Printed[]];

/**
 * What was printed, by the calls that printed it. Lines of one write have one time, and two writes never do; of a
 * run that has no times yet, each line is taken for a call of its own.
 */
export function writesOf(printed: readonly Printed[]): Write[] {
  const writes: [Printed, ...Printed[]][] = [];
  for (const line of printed) {
    const write = writes.at(-1);
    const before = write?.at(-1);
    if (write && before && isOneWrite(before, line)) write.push(line);
    else writes.push([line]);
  }
  return writes;
}

const isOneWrite = (one: Printed, other: Printed): boolean =>
  one.ms !== undefined &&
  one.ms === other.ms &&
  one.stream === other.stream &&
  one.number + 1 === other.number;

/** The number of its line in the order of the output, or those of its first and its last one: `4–9`. */
export function numbersOf(write: Write): string {
  const [first] = write;
  const last = write.at(-1) ?? first;
  return first === last ? `${first.number}` : `${first.number}–${last.number}`;
}
