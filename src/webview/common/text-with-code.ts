import { html } from 'lit';

/** Plain text with code in backticks. */
export function textWithCode(text: string): unknown {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));
}
