import * as l10n from '@vscode/l10n';
import { checkKeys } from './check-keys.ts';
import { isBelowFold } from './is-below-fold.ts';

/** What keys click on a page that asks one thing after the other: selectors of its buttons. */
export interface PageKeys {
  /** Ctrl+Enter or Cmd+Enter, even while somebody types. */
  readonly submit: string;
  /** Space, unless it presses what has the focus, or there is something to read before: then it scrolls, as everywhere. */
  readonly next: string;
  /** Single letters. A digit clicks what has it as its `data-key`. */
  readonly letters: Readonly<Record<string, string>>;
}

/** Listens to these keys. They do nothing while somebody types, or holds a modifier. */
export function listenToKeys({ submit, next, letters }: PageKeys, signal: AbortSignal): void {
  function handleKey(event: KeyboardEvent): void {
    const { target, key } = event;
    if (key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      clickByKey(submit, event);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(target)) return;
    const isControl = target instanceof Element && target.closest('button, input, a, pre');
    if (key === ' ') {
      if (!isControl && !isBelowFold(next)) clickByKey(next, event);
    } else if (/^[1-9]$/.test(key)) clickByKey(`[data-key="${key}"]`, event);
    else clickByKey(letters[key.toLowerCase()], event);
  }

  // The host may be on another machine, and does not know whose keyboard it is.
  for (const keys of document.querySelectorAll(`:is(${submit}) kbd`)) {
    if (keys.textContent === l10n.t('Ctrl+Enter')) keys.textContent = checkKeys();
  }
  document.addEventListener('keydown', handleKey, { signal });
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement
    ? !target.readOnly
    : target instanceof HTMLInputElement && target.type === 'text';

/**
 * Clicks the button of a key, whose default action is prevented then. Does nothing where the page has no such button now.
 * @param selector of the button; undefined for a key that has none
 */
function clickByKey(selector: string | undefined, event: KeyboardEvent): void {
  const button = selector && document.querySelector<HTMLElement>(selector);
  if (!button) return;
  event.preventDefault();
  button.click();
}
