import type { MarkdownIt } from 'markdown-it';

/** An option of a command line, such as `--noEmit`: as a whole while it is short, else its hyphens with what follows them. */
const option = /(?<![\w-])--?(?:[a-z][\w-]{0,23}(?![\w-])|[a-z]\w*)/gi;

/**
 * Inline code in which no line ends between the hyphens of an option and its name, as browsers do where a page is
 * narrow. A span rather than characters that forbid it: those would be copied with the code.
 */
export function keepOptionsWhole(markdown: Pick<MarkdownIt, 'renderer' | 'utils'>): void {
  markdown.renderer.rules['code_inline'] = (tokens, at) => {
    const code = markdown.utils.escapeHtml(tokens[at]?.content ?? '');
    return `<code>${code.replace(option, '<span class="option">$&</span>')}</code>`;
  };
}
