import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** A text with two things that are not text in its places, `{0}` before `{1}` or after it. */
export function between(text: string, zero: unknown, one: unknown): TemplateResult {
  const pieces = text.split(/(\{[01]\})/);
  return html`${pieces.map((piece) => (piece === '{0}' ? zero : piece === '{1}' ? one : piece))}`;
}

/** A text with something that is not text in its place `{0}`. */
export function around(text: string, inside: unknown): TemplateResult {
  const [before = '', after = ''] = text.split('{0}');
  return html`${before}${inside}${after}`;
}

/** Plain text with code in backticks. */
export function textWithCode(text: string): unknown {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));
}
