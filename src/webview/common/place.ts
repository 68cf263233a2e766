/**
 * Where a reader is on a page: the first block of text in sight, by its number, and how far below
 * the window's top it begins. Not in pixels from the top of the page: one that is restored may
 * first be laid out in another width.
 */
export interface Place {
  readonly block: number;
  readonly offset: number;
}

/** Undefined where the page is not in sight: a frame that is being hidden stands at its top. */
export function placeNow(): Place | undefined {
  if (document.hidden || window.innerHeight === 0) return undefined;
  const all = blocks();
  const first = all.findIndex((block) => isInSight(block) && !staysInSight(block));
  const block = Math.max(0, first);
  return { block, offset: all[block]?.getBoundingClientRect().top ?? 0 };
}

let settled = new AbortController();

/**
 * Goes to a place, and back to it whenever the window is laid out anew, until the reader does
 * something: a window that is put together again has another width, or none, for a while.
 */
export function goTo(place: Place): void {
  leavePlace();
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
    window.addEventListener(input, leavePlace, { signal, passive: true });
}

/** Ends what `goTo` keeps to: the page itself goes somewhere else. */
export function leavePlace(): void {
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
