import MarkdownIt from 'markdown-it';
import { escapeHtml } from './escape-html.ts';
import { keepOptionsWhole } from './inline-code.ts';

/**
 * Renders Markdown from anybody as HTML that can neither script, load nor style. Of links and pictures only the
 * text is left. Loads a parser: for threads only.
 * @param drawing what is said in place of a drawing of the bank, plain text; empty leaves it out
 */
export function blockMarkdown(drawing: string): (text: string) => string {
  const markdown = new MarkdownIt({ html: false });
  keepOptionsWhole(markdown);
  const { rules } = markdown.renderer;
  markdown.validateLink = () => true;
  rules['link_open'] = () => '';
  rules['link_close'] = () => '';
  rules['image'] = (tokens, at) => escapeHtml(tokens[at]?.content ?? '');
  rules['fence'] = (tokens, at) => {
    const { info = '', content = '' } = tokens[at] ?? {};
    if (/^(diagram|snippet)\b/.test(info.trim())) {
      return drawing === '' ? '' : `<p class="muted">${escapeHtml(drawing)}</p>\n`;
    }
    return codeHtml(content);
  };
  rules['code_block'] = (tokens, at) => codeHtml(tokens[at]?.content ?? '');
  // Their own headings are above: the text's begin below them.
  rules['heading_open'] = () => '<h3>';
  rules['heading_close'] = () => '</h3>\n';
  rules['table_open'] = () => '<div class="table" tabindex="0" role="group"><table>\n';
  rules['table_close'] = () => '</table></div>\n';
  // The policy of the page forbids the `style` that tells how a cell is aligned.
  // A corner without a text heads nothing.
  rules['th_open'] = (tokens, at) => (tokens[at + 1]?.content === '' ? '<td>' : '<th>');
  rules['th_close'] = (tokens, at) => (tokens[at - 1]?.content === '' ? '</td>\n' : '</th>\n');
  rules['td_open'] = () => '<td>';
  return (text) => markdown.render(text, {});
}

const codeHtml = (code: string): string =>
  `<pre tabindex="0"><code>${escapeHtml(code.replace(/\n$/, ''))}</code></pre>\n`;
