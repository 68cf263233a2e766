import { escapeHtml } from './escape-html.ts';

/** Plain text with code in backticks, such as the sentence of a belief, as HTML. */
export const backticksHtml = (text: string): string =>
  escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');
