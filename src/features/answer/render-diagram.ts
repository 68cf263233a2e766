import type { Diagram } from '../../bank/model.ts';
import { escapeHtml } from '../pages/escape-html.ts';

/**
 * A drawing as a figure. Its body was written by the bank's reader from the few elements and
 * attributes that it allows, so it may stand in a page as it is.
 */
export function diagramHtml({ title, desc, viewBox, body }: Diagram, number: number): string {
  const id = `diagram-${number}`;
  const width = viewBox.split(' ')[2] ?? '';
  return `<figure class="diagram" tabindex="0" role="group" aria-label="${escapeHtml(title)}">
<svg viewBox="${escapeHtml(viewBox)}" width="${escapeHtml(width)}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">${escapeHtml(title)}</title>
<desc id="${id}-desc">${escapeHtml(desc)}</desc>
<defs><marker id="${id}-head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse" markerUnits="userSpaceOnUse"><path class="diagram-head" d="M0 0.6L8 4L0 7.4z"></path></marker></defs>
${body.replaceAll('#diagram-head', `#${id}-head`)}
</svg>
</figure>
`;
}
