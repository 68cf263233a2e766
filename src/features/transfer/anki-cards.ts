import type { Check, Question, Snippet, Variant } from '../../bank/model.ts';
import type { Order } from '../../order/order.ts';
import { enumerateOutputs } from '../../order/order-lines.ts';
import type { OutputLine } from '../../order/output.ts';
import type { AnkiCard } from '../../study/transfer/anki-text.ts';
import { escapeHtml } from '../pages/escape-html.ts';
import { inlineMarkdown } from '../pages/inline-markdown.ts';

/** A card that becomes one of Anki's, with what of the bank it shows. */
export type AnkiSource = { readonly tags: readonly string[] } & (
  | { readonly kind: 'question'; readonly of: Pick<Question, 'title' | 'sayIt' | 'keyPoints'> }
  | { readonly kind: 'check'; readonly of: Check }
  | { readonly kind: 'snippet'; readonly of: AnkiSnippet }
);

export type AnkiSnippet = Pick<Snippet, 'code' | 'kind' | 'expect' | 'variants' | 'teaches'>;

/** What the cards say beside the texts of the bank, in the user's language. */
export interface AnkiTexts {
  readonly print: Readonly<Record<Snippet['kind'], string>>;
  readonly output: string;
  /** With `{0}` for the version or versions. */
  readonly outputWith: string;
  readonly outputElse: string;
  readonly or: string;
  readonly more: string;
  /** With `{0}` for the exit code. */
  readonly exit: string;
}

/** Outputs that one card lists. */
const mostOutputs = 4;

/** HTML from anybody's texts, which can neither run scripts nor load anything. For threads: it parses Markdown and counts orders. */
export function ankiCards(sources: readonly AnkiSource[], texts: AnkiTexts): readonly AnkiCard[] {
  const inline = inlineMarkdown(() => undefined);
  return sources.map((source): AnkiCard => {
    switch (source.kind) {
      case 'question': {
        const { title, sayIt, keyPoints } = source.of;
        const points = keyPoints.map(({ text }) => `<li>${inline(text)}</li>`).join('');
        const back = `<p>${inline(sayIt)}</p><ul>${points}</ul>`;
        return { front: escapeHtml(title), back, tags: source.tags };
      }
      case 'check':
        return { ...checkCard(source.of, inline), tags: source.tags };
      case 'snippet':
        return { ...snippetCard(source.of, inline, texts), tags: source.tags };
    }
  });
}

function checkCard({ question, choices }: Check, inline: (text: string) => string) {
  const all = choices.map(({ text }) => `<li>${inline(text)}</li>`).join('');
  const right = choices.find(({ correct }) => correct);
  return {
    front: `<p>${inline(question)}</p><ol type="A">${all}</ol>`,
    back: right ? `<p><b>${inline(right.text)}</b></p><p>${inline(right.reason)}</p>` : '',
  };
}

function snippetCard(
  { code, kind, expect, variants, teaches }: AnkiSnippet,
  inline: (text: string) => string,
  texts: AnkiTexts,
) {
  const outputs =
    variants.length === 0
      ? [`<p>${escapeHtml(texts.output)}</p>${outputsHtml(expect, texts)}`]
      : [
          ...variants.map((variant) => {
            const title = texts.outputWith.replace('{0}', versionsOf(variant));
            return `<p>${escapeHtml(title)}</p>${outputsHtml(variant.expect, texts)}`;
          }),
          `<p>${escapeHtml(texts.outputElse)}</p>${outputsHtml(expect, texts)}`,
        ];
  return {
    front: `<p>${escapeHtml(texts.print[kind])}</p>${preHtml(code.trimEnd())}`,
    back: `${outputs.join('')}<p>${inline(teaches)}</p>`,
  };
}

function outputsHtml(expect: Order, texts: AnkiTexts): string {
  const { outputs, complete } = enumerateOutputs(expect, mostOutputs);
  const blocks = outputs.map((lines) =>
    preHtml(lines.map((line) => lineText(line, texts)).join('\n')),
  );
  const more = complete ? '' : `<p>${escapeHtml(texts.more)}</p>`;
  return `${blocks.join(`<p>${escapeHtml(texts.or)}</p>`)}${more}`;
}

function lineText({ stream, text }: OutputLine, { exit }: AnkiTexts): string {
  if (stream === 'exit') return exit.replace('{0}', text);
  return stream === 'uncaught' ? `Uncaught ${text}` : text;
}

/** Majors, inclusive. */
function versionsOf({ from, to }: Variant): string {
  if (from !== undefined && to !== undefined) return from === to ? `${from}` : `${from}–${to}`;
  return from === undefined ? `≤ ${to ?? ''}` : `≥ ${from}`;
}

/** On one line of the file, as every field. */
const preHtml = (text: string): string =>
  `<pre style="text-align:left">${escapeHtml(text).replace(/\r?\n/g, '<br>')}</pre>`;
