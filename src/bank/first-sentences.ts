import { segmentSentences } from './sentences.ts';

/**
 * The sentences of the first paragraph of a Markdown text, each on one line. A full stop inside of
 * code or after a common short form ends none.
 */
export function firstSentences(markdown: string): string[] {
  const text = firstParagraph(markdown);
  // What stands in code or in an address is no sentence; a letter in its place keeps the length.
  const masked = text.replace(/`[^`]*`|\]\([^)]*\)/g, (code) => 'X'.repeat(code.length));
  const sentences: string[] = [];
  let open = '';
  for (const { segment, index } of segmentSentences(masked)) {
    open += text.slice(index, index + segment.length);
    if (shortForm.test(segment.trimEnd())) continue;
    sentences.push(open.trim());
    open = '';
  }
  if (open.trim() !== '') sentences.push(open.trim());
  return sentences;
}

const shortForm = /\b(?:e\.g|i\.e|vs|cf|approx|no)\.$/i;

/** Without the marks of a list, a quote or a heading; a text that begins with code has none. */
function firstParagraph(markdown: string): string {
  const blocks = markdown.trim().split(/\n\s*\n/);
  const block = blocks.find((one) => !/^(```|~~~|\||#)/.test(one.trim())) ?? '';
  return block
    .split('\n')
    .map((line) => line.trim().replace(/^(?:[-*>]|\d+\.)\s+/, ''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
