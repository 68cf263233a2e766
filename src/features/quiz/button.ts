import { escapeHtml } from '../pages/escape-html.ts';

interface ButtonLook {
  readonly primary?: boolean;
  readonly quiet?: boolean;
  /** The key that does the same, as it is shown. */
  readonly key?: string;
}

/** A button of the quiz page; its name is what it asks for. */
export function button(name: string, text: string, look: ButtonLook = {}): string {
  const { primary = false, quiet = false, key } = look;
  const style = primary ? '' : quiet ? ' quiet' : ' secondary';
  const shown = key === undefined ? '' : `<kbd aria-hidden="true">${escapeHtml(key)}</kbd>`;
  return `<button type="button" class="button${style}" id="do-${name}" data-do="${name}"${primary ? ' data-next' : ''}><span>${escapeHtml(text)}</span>${shown}</button>`;
}
