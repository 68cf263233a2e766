import type { ScrollPosition } from '../../shared/page.ts';

/** Undefined where the page is not in sight: a frame that is being hidden stands at its top. */
export function captureScroll(): ScrollPosition | undefined {
  if (document.hidden || window.innerHeight === 0) return undefined;
  const all = blocks();
  const first = all.findIndex((block) => isInSight(block) && !staysInSight(block));
  const block = Math.max(0, first);
  return { block, offset: all[block]?.getBoundingClientRect().top ?? 0 };
}

export function scrollToTop(): void {
  stopRestoring();
  window.scrollTo({ top: 0, behavior: 'instant' });
}

let settled = new AbortController();

/**
 * Goes to a place, and back to it whenever the window is laid out anew, until the reader does
 * something: a window that is put together again has another width, or none, for a while.
 */
export function restoreScroll(place: ScrollPosition): void {
  stopRestoring();
  settled = new AbortController();
  const { signal } = settled;
  const scroll = (): void => {
    const block = blocks()[place.block];
    if (!block || window.innerHeight === 0) return;
    const distance = block.getBoundingClientRect().top - place.offset;
    window.scrollBy({ top: distance, behavior: 'instant' });
  };
  scroll();
  window.addEventListener('resize', scroll, { signal });
  for (const input of ['keydown', 'pointerdown', 'wheel', 'touchstart'])
    window.addEventListener(input, stopRestoring, { signal, passive: true });
}

/** The page itself goes somewhere else. */
export function stopRestoring(): void {
  settled.abort();
}

function isInSight(block: Element): boolean {
  const { bottom, height } = block.getBoundingClientRect();
  return height > 0 && bottom > 0;
}

/** Code or contents beside the text stand still while it moves: they tell nothing of the place. */
function staysInSight(block: Element): boolean {
  if (['sticky', 'fixed'].includes(getComputedStyle(block).position)) return true;
  return block.parentElement !== null && staysInSight(block.parentElement);
}

const blocks = (): Element[] => [
  ...document.querySelectorAll('main :is(h1, h2, h3, h4, p, li, pre, tr, legend, label, summary)'),
];
