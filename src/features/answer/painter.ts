import { randomUUID } from 'node:crypto';
import { escapeHtml } from '../pages/escape-html.ts';
import type { Painted, Piece } from '../pages/highlight.ts';
import type { Paint } from './code-block.ts';

/** Gathers the code of a page while this is rendered; its colours are put in afterwards. */
export function painter() {
  const pieces: Piece[] = [];
  // Nothing in a text can be taken for a mark.
  const name = randomUUID();
  const paint: Paint = (code, language) => `<!--${name}:${pieces.push({ code, language }) - 1}-->`;
  const marks = new RegExp(`<!--${name}:(\\d+)-->`, 'g');
  return {
    paint,
    pieces,
    /** The page with its code in colours, or without them when there are none yet. */
    fill: (html: string, painted: Painted | undefined): string =>
      html.replace(marks, (_, index: string) => {
        const at = Number(index);
        return painted?.pieces[at]?.html ?? escapeHtml(pieces[at]?.code ?? '');
      }),
  };
}

/** The rules for the classes of all pieces, each once. */
export const rulesOf = ({ pieces }: Painted): string =>
  [...new Set(pieces.map(({ css }) => css))].join('');
