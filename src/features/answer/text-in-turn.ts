import { escapeHtml } from '../pages/escape-html.ts';

/**
 * A text that the page's script changes. All that it can say is in the document, so that host and page
 * have one source of it: `showText` of the page chooses by the same names.
 * @param texts names in lower case, and what is shown for each
 */
export function textInTurn<Name extends string>(
  texts: Readonly<Record<Name, string>>,
  shown: NoInfer<Name>,
): string {
  const all = Object.entries<string>(texts).map(
    ([name, text]) => ` data-text-${name}="${escapeHtml(text)}"`,
  );
  return `<span data-text${all.join('')}>${escapeHtml(texts[shown])}</span>`;
}
