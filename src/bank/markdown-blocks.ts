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
  /** What a heading or paragraph holds; parsed when it is asked for, which takes longer than finding the block. */
  readonly inlines: () => readonly Token[];
}

// HTML is let through here so that it can be found and refused.
const markdown = new MarkdownIt({ html: true });
const blocksOnly = new MarkdownIt({ html: true });
blocksOnly.core.ruler.enableOnly(['normalize', 'block']);

/** The blocks of a text; `firstLine` is the line of the file that it starts on. */
export function markdownBlocks(text: string, firstLine = 1): Block[] {
  // Where links lead is written anywhere in the text, and found with its blocks.
  const env = {};
  const tokens = blocksOnly.parse(text, env);
  const inlinesOf = (source: string): readonly Token[] =>
    markdown.parseInline(source, env)[0]?.children ?? [];
  const at = { index: 0 };
  return collect(tokens, at, firstLine, { line: firstLine, end: firstLine + 1 }, inlinesOf);
}

function collect(
  tokens: readonly Token[],
  at: { index: number },
  firstLine: number,
  parent: { readonly line: number; readonly end: number },
  inlinesOf: (source: string) => readonly Token[],
): Block[] {
  const blocks: Block[] = [];
  while (at.index < tokens.length) {
    const token = tokens[at.index++];
    if (!token || token.nesting === -1) break;
    const place = token.map
      ? { line: token.map[0] + firstLine, end: token.map[1] + firstLine }
      : { line: parent.line, end: parent.end };
    const inside = token.nesting === 1 ? collect(tokens, at, firstLine, place, inlinesOf) : [];
    const inline = inside.find(({ type }) => type === 'inline');
    const source = inline?.text ?? token.content;
    blocks.push({
      type: token.type.replace(/_open$/, ''),
      tag: token.tag,
      ...place,
      text: source,
      info: token.info.trim(),
      blocks: inside.filter(({ type }) => type !== 'inline'),
      inlines: inline ? () => inlinesOf(source) : noInlines,
    });
  }
  return blocks;
}

const noInlines = (): readonly Token[] => [];

/** The blocks and all blocks inside them, in the order of the text. */
export function allBlocks(blocks: readonly Block[], all: Block[] = []): readonly Block[] {
  for (const block of blocks) {
    all.push(block);
    allBlocks(block.blocks, all);
  }
  return all;
}
