/**
 * Whether one has to scroll down to see a button. What stands before it has not been read then, so its key scrolls.
 * @param selector of the button, which may not be there
 */
export function isBelowFold(selector: string): boolean {
  const button = document.querySelector(selector);
  if (!button) return false;
  const { top, height } = button.getBoundingClientRect();
  return height > 0 && top + height / 2 > window.innerHeight;
}
