/** How long a slice lasts, in milliseconds: a third of a frame, so that others have most of it. */
export const sliceTime = 5;
/** Between two looks at the clock. */
const atOnce = 32;

/** Lets others have the thread when a slice of work is over. */
export interface Turns {
  /** To be awaited between two pieces of work; nothing to wait for while the slice lasts. */
  next(): Promise<void> | undefined;
}

export function createTurns(): Turns {
  let began = performance.now();
  return {
    next() {
      if (performance.now() - began <= sliceTime) return undefined;
      return nextTurn().then(() => {
        began = performance.now();
      });
    },
  };
}

/** Others have had the thread, if they wanted it: for what is to stand apart from the work before it. */
export const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** Does something with each item, and lets others have the thread every few milliseconds. */
export async function inSlices<Item>(
  items: readonly Item[],
  work: (item: Item) => void,
): Promise<void> {
  const turns = createTurns();
  for (let from = 0; from < items.length; from += atOnce) {
    const turn = turns.next();
    if (turn) await turn;
    const to = Math.min(items.length, from + atOnce);
    // No copy of a part: `items` may be millions.
    for (let index = from; index < to; index++) work(items[index] as Item);
  }
}
