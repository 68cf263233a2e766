import MarkdownIt, { type MarkdownIt as Parser, type Token } from 'markdown-it';
import { fenceKind } from '../../bank/code-fences.ts';
import type { Diagram, Snippet } from '../../bank/model.ts';
import { escapeHtml } from '../pages/escape-html.ts';
import { diagramHtml } from './render-diagram.ts';
import { keepOptionsWhole } from '../pages/inline-code.ts';
import { isHttps } from '../pages/is-https.ts';
import { programHtml, shownHtml, snippetHtml, type BlockContext } from './code-block.ts';

export interface MarkdownOptions {
  /** A break in the text is a break on the page, and a bare address is a link: as people write notes. */
  readonly asNote?: boolean;
}

export interface MarkdownContext extends BlockContext {
  readonly questionTitle: string;
  /** By the name that a fence gives it. */
  snippet(name: string): Snippet | undefined;
  diagram(name: string): Diagram | undefined;
  /** A number that no other drawing of the page has. */
  countDiagram(): number;
  /** See `AnswerView.linked`. */
  readonly linked: (link: string) => string | undefined;
  /**
   * Filled while the page is rendered: the headings of the parts, for the list at its side.
   * Without it, headings get no ids.
   */
  readonly headings: Heading[] | undefined;
  /** Shows every block of code, in place of what fences mean in a bank. */
  readonly fence?: (code: string) => string;
}

export interface Heading {
  readonly id: string;
  /** HTML of the heading's text. */
  readonly html: string;
}

/** Turns the texts of a bank, which may be anybody's, into HTML that can neither script nor load. */
export interface Markdown {
  /** @param shallowest headings begin at this level, whatever the text says */
  blocks(text: string, shallowest: 3 | 4): string;
  inline(text: string): string;
}

export function createMarkdown(
  context: MarkdownContext,
  { asNote = false }: MarkdownOptions = {},
): Markdown {
  const markdown = new MarkdownIt({ html: false, linkify: asNote, breaks: asNote });
  // Every link is parsed and then judged by its scheme, so that a bad one leaves only its text.
  markdown.validateLink = () => true;
  keepOptionsWhole(markdown);
  useLinks(markdown, context);
  useTables(markdown, context);
  markdown.renderer.rules['image'] = (tokens, index) => escapeHtml(tokens[index]?.content ?? '');
  const content = (tokens: Token[], index: number): string => tokens[index]?.content ?? '';
  markdown.renderer.rules['fence'] = (tokens, index) =>
    context.fence ? context.fence(content(tokens, index)) : fenceHtml(tokens, index, context);
  markdown.renderer.rules['code_block'] = (tokens, index) =>
    context.fence
      ? context.fence(content(tokens, index))
      : shownHtml(content(tokens, index), 'text', context);
  return {
    blocks(text, shallowest) {
      const tokens = markdown.parse(text, {});
      const { headings } = context;
      placeHeadings(tokens, shallowest, (inner) => {
        if (!headings) return undefined;
        const id = `part-${headings.length + 1}`;
        const html = markdown.renderer.renderInline(inner, markdown.options, {});
        headings.push({ id, html: html.replace(/<\/?a\b[^>]*>/g, '') });
        return id;
      });
      return markdown.renderer.render(tokens, markdown.options, {});
    },
    inline: (text) => markdown.renderInline(text, {}),
  };
}

/** Links lead to another question or, through the browser, to an https address; nowhere else. */
function useLinks(markdown: Parser, { linked }: MarkdownContext): void {
  const { rules } = markdown.renderer;
  let closing = '';
  rules['link_open'] = (tokens, index) => {
    const href = String(tokens[index]?.attrGet('href') ?? '');
    const open = linkOpen(href, linked);
    closing = open === '' ? '' : '</a>';
    return open;
  };
  rules['link_close'] = () => closing;
}

function linkOpen(href: string, linked: MarkdownContext['linked']): string {
  const question = /^question:([a-z0-9-]+)$/.exec(href)?.[1];
  if (question) {
    const id = linked(question);
    return id === undefined ? '' : `<a href="#" data-question="${escapeHtml(id)}">`;
  }
  return isHttps(href) ? `<a href="${escapeHtml(href)}" data-link>` : '';
}

/** A wide table scrolls by itself and not the page. */
function useTables(markdown: Parser, { strings }: MarkdownContext): void {
  const { rules } = markdown.renderer;
  rules['table_open'] = () =>
    `<div class="table" tabindex="0" role="group" aria-label="${escapeHtml(strings.table)}"><table>\n`;
  rules['table_close'] = () => '</table></div>\n';
  // Alignment comes as a `style` attribute, which the page's policy forbids.
  for (const cell of ['th', 'td']) {
    rules[`${cell}_open`] = (tokens, index) => {
      const style = String(tokens[index]?.attrGet('style') ?? '');
      const side = /^text-align:(left|center|right)$/.exec(style)?.[1];
      // A corner without a text heads nothing.
      const tag = isEmptyCell(tokens, index) ? 'td' : cell;
      return `<${tag}${side ? ` class="${side}"` : ''}>`;
    };
    rules[`${cell}_close`] = (tokens, index) =>
      isEmptyCell(tokens, index - 2) ? '</td>\n' : `</${cell}>\n`;
  }
}

const isEmptyCell = (tokens: Token[], opening: number): boolean =>
  tokens[opening + 1]?.content === '';

/** Keeps the outline of the page whole, and gives headings of the highest level an id. */
function placeHeadings(
  tokens: Token[],
  shallowest: number,
  idFor: (inner: Token[]) => string | undefined,
): void {
  tokens.forEach((token, index) => {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') return;
    const level = Math.min(6, Math.max(shallowest, Number(token.tag.slice(1))));
    token.tag = `h${level}`;
    const inner = tokens[index + 1]?.children;
    if (token.type !== 'heading_open' || level !== 3 || !inner) return;
    const id = idFor(inner);
    if (id !== undefined) token.attrSet('id', id);
  });
}

function fenceHtml(tokens: Token[], index: number, context: MarkdownContext): string {
  const { info = '', content = '' } = tokens[index] ?? {};
  const [language = '', ...words] = info.trim().split(/\s+/);
  if (language === 'snippet') {
    const snippet = context.snippet(words[0] ?? content.trim());
    return snippet ? snippetHtml(snippet, context) : '';
  }
  if (language === 'diagram') {
    const diagram = context.diagram(content.trim());
    return diagram ? diagramHtml(diagram, context.countDiagram()) : '';
  }
  const fence = fenceKind(info, content);
  if (fence.kind === 'run') {
    const { module: kind, permissions } = fence;
    const output = outputAfter(tokens, index);
    const program = { code: content, kind, title: context.questionTitle, permissions };
    return programHtml(output === undefined ? program : { ...program, output }, context);
  }
  // Shown with the program before it.
  if (isOutput(tokens[index]) && index > 0 && isProgram(tokens[index - 1])) return '';
  return shownHtml(content, language, context);
}

const outputAfter = (tokens: Token[], index: number): string | undefined =>
  isOutput(tokens[index + 1]) ? tokens[index + 1]?.content.replace(/\n$/, '') : undefined;

const isOutput = (token: Token | undefined): boolean =>
  token?.type === 'fence' && /^text\s+output\b/.test(token.info.trim());

const isProgram = (token: Token | undefined): boolean =>
  token?.type === 'fence' && /^[cm]js\s+run\b/.test(token.info.trim());
