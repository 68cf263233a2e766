/**
 * Begins a new page at its top. VS Code scrolls whatever a panel shows next to where the page
 * before it was, when the document has loaded; its listener is older than any of the page's own.
 */
export function startAtTop(): void {
  const scroll = (): void => window.scrollTo({ top: 0, behavior: 'instant' });
  window.addEventListener('load', scroll, { once: true });
}
