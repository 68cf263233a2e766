import { escapeHtml } from '../pages/escape-html.ts';
import type { Highlighter } from '../pages/highlight.ts';
import type { Paint } from './code-block.ts';

/** Colours code as far as that is possible at once, and gathers the rules for its classes. */
export function painter(highlighter: Highlighter | undefined) {
  const rules = new Set<string>();
  const paint: Paint = (code, language) => {
    const highlighted = highlighter?.highlight(code, language);
    if (highlighted) rules.add(highlighted.css);
    return highlighted?.html ?? escapeHtml(code);
  };
  return { paint, rules };
}
