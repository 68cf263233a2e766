import type { Block } from './markdown-blocks.ts';

/** A heading and everything up to the next one of its kind. */
export interface Section {
  /** The heading's Markdown. */
  readonly title: string;
  readonly line: number;
  readonly blocks: readonly Block[];
  /** The Markdown below the heading, without blank lines around it. */
  readonly text: string;
}

/** Cuts blocks at the headings of one kind (`h2`); `lines` are the whole file's. */
export function sectionsOf(
  blocks: readonly Block[],
  tag: string,
  lines: readonly string[],
  end = lines.length + 1,
): { readonly before: readonly Block[]; readonly sections: readonly Section[] } {
  const starts = blocks.flatMap((block, index) =>
    block.type === 'heading' && block.tag === tag ? [{ block, index }] : [],
  );
  const sections = starts.map(({ block, index }, number): Section => {
    const next = starts[number + 1];
    return {
      title: block.text,
      line: block.line,
      blocks: blocks.slice(index + 1, next?.index),
      text: trimmed(lines.slice(block.end - 1, (next?.block.line ?? end) - 1)),
    };
  });
  return { before: blocks.slice(0, starts[0]?.index), sections };
}

const trimmed = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();

/** Text and the id behind it: `The text. {#the-id}`. */
export function splitId(text: string): { readonly text: string; readonly id?: string } {
  const whole = text.trimEnd();
  const open = whole.endsWith('}') ? whole.lastIndexOf('{#') : -1;
  const id = whole.slice(open + 2, -1);
  if (open === -1 || /[{}]/.test(id)) return { text: text.trim() };
  return { text: whole.slice(0, open).trimEnd(), id };
}
