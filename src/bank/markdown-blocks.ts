import MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';

/** A block of Markdown with its place in the file. */
export interface Block {
  /** markdown-it's name without `_open`: `heading`, `paragraph`, `bullet_list`, `fence` … */
  readonly type: string;
  readonly tag: string;
  /** First line, from 1. */
  readonly line: number;
  /** The line after the last one. */
  readonly end: number;
  /** The Markdown source of a heading or paragraph; the content of a fence. */
  readonly text: string;
  /** What stands after the fence's marks. */
  readonly info: string;
  readonly blocks: readonly Block[];
  readonly inlines: readonly Token[];
}

// HTML is let through here so that it can be found and refused.
const markdown = new MarkdownIt({ html: true });

/** The blocks of a text; `firstLine` is the line of the file that it starts on. */
export function markdownBlocks(text: string, firstLine = 1): Block[] {
  const tokens = markdown.parse(text, {});
  const at = { index: 0 };
  return collect(tokens, at, firstLine, { line: firstLine, end: firstLine + 1 });
}

function collect(
  tokens: readonly Token[],
  at: { index: number },
  firstLine: number,
  parent: { readonly line: number; readonly end: number },
): Block[] {
  const blocks: Block[] = [];
  while (at.index < tokens.length) {
    const token = tokens[at.index++];
    if (!token || token.nesting === -1) break;
    const place = token.map
      ? { line: token.map[0] + firstLine, end: token.map[1] + firstLine }
      : { line: parent.line, end: parent.end };
    const inside = token.nesting === 1 ? collect(tokens, at, firstLine, place) : [];
    const inline = inside.find(({ type }) => type === 'inline');
    blocks.push({
      type: token.type.replace(/_open$/, ''),
      tag: token.tag,
      ...place,
      text: inline?.text ?? token.content,
      info: token.info.trim(),
      blocks: inside.filter(({ type }) => type !== 'inline'),
      inlines: inline?.inlines ?? token.children ?? [],
    });
  }
  return blocks;
}

/** The block and all blocks inside it, in the order of the text. */
export function* allBlocks(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    yield* allBlocks(block.blocks);
  }
}
