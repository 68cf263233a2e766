import type { RanLine, RanProgram } from './recorded-run.ts';

/**
 * Whether a count of microtasks goes on for more than one line after everything else in its queue is through: there is
 * nothing left to count.
 */
export function hasOverlongCount({ lines }: RanProgram): boolean {
  return lines.some((line, at) => {
    const [before, next] = [lines[at - 1], lines[at + 1]];
    const isLast = !next || !isTogether(line, next);
    return isLast && before !== undefined && isTogether(before, line) && isOneCount(before, line);
  });
}

/** Both of the queues after one callback. */
const isTogether = (one: RanLine, other: RanLine): boolean =>
  one.by.after !== undefined && one.by.after === other.by.after;

function isOneCount(one: RanLine, other: RanLine): boolean {
  const [label, next] = [one, other].map(({ text }) => /^(.+) \d$/.exec(text)?.[1]);
  return label !== undefined && label === next;
}
