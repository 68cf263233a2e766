/** How long a slice lasts, in milliseconds: half of a frame. */
const sliceTime = 8;
/** Between two looks at the clock. */
const atOnce = 32;

/** Does something with each item, and lets others have the thread every few milliseconds. */
export async function inSlices<Item>(
  items: readonly Item[],
  work: (item: Item) => void,
): Promise<void> {
  let began = performance.now();
  for (let from = 0; from < items.length; from += atOnce) {
    if (performance.now() - began > sliceTime) {
      await new Promise((resolve) => setImmediate(resolve));
      began = performance.now();
    }
    const to = Math.min(items.length, from + atOnce);
    // No copy of a part: `items` may be millions.
    for (let index = from; index < to; index++) work(items[index] as Item);
  }
}
