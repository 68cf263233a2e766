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
  const all = blocks().map((block) => block.getBoundingClientRect());
  const block = Math.max(
    0,
    all.findIndex(({ bottom, height }) => height > 0 && bottom > 0),
  );
  return { block, offset: all[block]?.top ?? 0 };
}

export function goTo(place: Place): void {
  const block = blocks()[place.block];
  if (!block) return;
  const scroll = (): void => {
    const distance = block.getBoundingClientRect().top - place.offset;
    window.scrollBy({ top: distance, behavior: 'instant' });
  };
  // While the window is being put together, the page may have no room yet.
  if (window.innerHeight > 0) scroll();
  else window.addEventListener('resize', scroll, { once: true });
}

const blocks = (): Element[] => [
  ...document.querySelectorAll('main :is(h1, h2, h3, h4, p, li, pre, tr, legend, label, summary)'),
];
