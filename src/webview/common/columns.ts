import { stickyTop } from './sticky-top.ts';

/**
 * Keeps the shorter of two columns in view while the longer one scrolls with the page, so that neither
 * needs a scrollbar of its own. Whether they stand beside each other is up to the style sheet.
 */
export function keepColumnsInView(columns: HTMLElement, signal: AbortSignal): void {
  const items = [...columns.children].filter((item) => item instanceof HTMLElement);
  const place = (): void => {
    const width = items.reduce((sum, item) => sum + item.offsetWidth, 0);
    columns.classList.toggle('beside', width <= columns.clientWidth);
    for (const item of items) item.style.top = `${stickyTop(item.offsetHeight, innerHeight)}px`;
  };
  const resized = new ResizeObserver(place);
  for (const item of [columns, ...items]) resized.observe(item);
  window.addEventListener('resize', place, { signal });
  signal.addEventListener('abort', () => resized.disconnect());
  place();
}
