/**
 * Clicks the button of a key, whose default action is prevented then. Does nothing where the page has no such button now.
 * @param selector of the button; undefined for a key that has none
 */
export function clickByKey(selector: string | undefined, event: KeyboardEvent): void {
  const button = selector && document.querySelector<HTMLElement>(selector);
  if (!button) return;
  event.preventDefault();
  button.click();
}
