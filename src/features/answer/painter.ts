import { randomUUID } from 'node:crypto';
import { escapeHtml } from '../pages/escape-html.ts';
import type { Painted, Piece } from '../pages/highlight.ts';
import type { Paint } from './code-block.ts';

/** Gathers the code of a page while this is rendered; its colours are put in by `fillMarks`. */
export function painter() {
  const pieces: Piece[] = [];
  // Nothing in a text can be taken for a mark.
  const name = randomUUID();
  const paint: Paint = (code, language) => `<!--${name}:${pieces.push({ code, language }) - 1}-->`;
  return { paint, pieces, mark: name };
}

/** The page with its code in colours, or without them when there are none yet. */
export function fillMarks(
  html: string,
  { mark, pieces }: { readonly mark: string; readonly pieces: readonly Piece[] },
  painted: Painted | undefined,
): string {
  return html.replace(new RegExp(`<!--${mark}:(\\d+)-->`, 'g'), (_, index: string) => {
    const at = Number(index);
    return painted?.pieces[at]?.html ?? escapeHtml(pieces[at]?.code ?? '');
  });
}

/** The rules for the classes of all pieces, each once. */
export const rulesOf = ({ pieces }: Painted): string =>
  [...new Set(pieces.map(({ css }) => css))].join('');
