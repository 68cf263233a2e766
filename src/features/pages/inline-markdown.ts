import MarkdownIt from 'markdown-it';
import { escapeHtml } from './escape-html.ts';
import { keepOptionsWhole } from './inline-code.ts';

/**
 * Renders one line of Markdown from anybody as HTML that can neither script nor load. Loads a
 * parser: for lazy bundles only.
 * @param openLink the opening tag of a link; nothing leaves only the link's text
 */
export function inlineMarkdown(
  openLink: (href: string) => string | undefined,
): (text: string) => string {
  const markdown = new MarkdownIt({ html: false });
  keepOptionsWhole(markdown);
  const { rules } = markdown.renderer;
  // Every link is parsed and then judged by `openLink`, so that a bad one leaves only its text.
  markdown.validateLink = () => true;
  let closing = '';
  rules['link_open'] = (tokens, index) => {
    const open = openLink(String(tokens[index]?.attrGet('href') ?? ''));
    closing = open === undefined ? '' : '</a>';
    return open ?? '';
  };
  rules['link_close'] = () => closing;
  rules['image'] = (tokens, index) => escapeHtml(tokens[index]?.content ?? '');
  return (text) => markdown.renderInline(text, {});
}
