import type { OutputLine } from '../../order/output.ts';
import type { ShownLine } from '../../shared/predict.ts';

/** Lines beyond these are counted and not sent to a page: nobody reads that many. */
export const shownLines = 500;
export const shownCharacters = 2000;

/** A line as a page gets it: cut where it gets too long to be of use. */
export function shownLine({ stream, text }: OutputLine): ShownLine {
  if (text.length <= shownCharacters) return { stream, text };
  return { stream, text: cutText(text), length: text.length };
}

/** Never in the middle of a surrogate pair. */
export function cutText(text: string): string {
  return text.slice(0, shownCharacters).replace(/[\ud800-\udbff]$/, '');
}
