import { rangeAfter } from '../program/origin.ts';
import type { Edit, Range } from '../program/origin.ts';

/** Something that is shown beside a line of a document. */
export interface Mark<Shown> {
  /** The line's code; it moves with edits. */
  readonly range: Range;
  readonly shown: Shown;
}

/**
 * Where marks are after edits. A mark whose code was replaced or deleted as a whole is gone.
 * @param edits in an order in which each one leaves the places of those after it as they are
 */
export function marksAfter<Shown>(
  marks: readonly Mark<Shown>[],
  edits: readonly Edit[],
): Mark<Shown>[] {
  return marks.flatMap((mark) => {
    let { range } = mark;
    for (const edit of edits) {
      range = rangeAfter(range, edit);
      if (isEmpty(range)) return [];
    }
    return [{ ...mark, range }];
  });
}

const isEmpty = ({ start, end }: Range) =>
  start.line === end.line && start.character === end.character;

/** The code of a line, without the blanks around it. @param line from 0 */
export function rangeOfCode(line: number, text: string): Range {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  return { start: { line, character: Math.min(start, end) }, end: { line, character: end } };
}
