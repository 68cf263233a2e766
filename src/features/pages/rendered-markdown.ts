import { isTookTooLong } from '../threads/thread.ts';
import { escapeHtml } from './escape-html.ts';

/** Markdown that a page shows: texts of one line, and those with blocks. */
export interface MarkdownTexts {
  readonly inline: readonly string[];
  readonly blocks: readonly string[];
}

/** The HTML of each text; empty for one that was not among those rendered. */
export interface RenderedMarkdown {
  readonly inline: (text: string) => string;
  readonly blocks: (text: string) => string;
}

/**
 * Texts that take too long to render are shown as they are.
 * @param render the HTML of all texts, those of one line first, from a thread
 */
export async function renderedMarkdown(
  { inline, blocks }: MarkdownTexts,
  render: () => Promise<readonly string[]>,
): Promise<RenderedMarkdown> {
  const html = await render().catch((error: unknown) => {
    if (!isTookTooLong(error)) throw error;
    return [...inline.map(escapeHtml), ...blocks.map((text) => `<p>${escapeHtml(text)}</p>`)];
  });
  const lines = new Map(inline.map((text, at) => [text, html[at] ?? '']));
  const whole = new Map(blocks.map((text, at) => [text, html[inline.length + at] ?? '']));
  return {
    inline: (text) => lines.get(text) ?? '',
    blocks: (text) => whole.get(text) ?? '',
  };
}
