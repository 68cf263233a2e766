import { escapeHtml } from './escape-html.ts';

export interface ButtonLook {
  /** The one that Space presses; a page has at most one. */
  readonly primary?: boolean;
  readonly quiet?: boolean;
  /** The key that does the same, as it is shown. */
  readonly key?: string;
  /** What it is about, for a page on which several buttons ask for the same. */
  readonly of?: string;
  /** Its accessible name, if the text alone doesn't say what it is about. */
  readonly label?: string;
  /** The name in its id, if it isn't that of the request. */
  readonly id?: string;
}

/**
 * A button of a page.
 * @param name of the request that it makes, which the page's script finds in `data-do`
 */
export function button(name: string, text: string, look: ButtonLook = {}): string {
  const { primary = false, quiet = false, key, of, label, id = name } = look;
  const style = primary ? '' : quiet ? ' quiet' : ' secondary';
  // An id is of one element only.
  const which = of === undefined ? ` id="do-${id}"` : ` data-of="${escapeHtml(of)}"`;
  const named = label === undefined ? '' : ` aria-label="${escapeHtml(label)}"`;
  const shown = key === undefined ? '' : `<kbd aria-hidden="true">${escapeHtml(key)}</kbd>`;
  return `<button type="button" class="button${style}"${which} data-do="${name}"${named}${primary ? ' data-next' : ''}><span>${escapeHtml(text)}</span>${shown}</button>`;
}
