/** Work that is done one after the other, of which only the newest matters. */
export interface Latest<Item> {
  /** Done as soon as what is being done has ended, unless something newer is asked for before. */
  ask(item: Item): void;
  /** What has not begun is not done. */
  drop(): void;
  /** Resolves when nothing is being done, to whether anything has been. */
  settled(): Promise<boolean>;
}

/** @param work tells of its failures itself */
export function createLatest<Item>(work: (item: Item) => PromiseLike<unknown>): Latest<Item> {
  let next: { readonly item: Item } | undefined;
  let running: Promise<void> | undefined;
  let begun = false;

  async function run(): Promise<void> {
    for (let asked = next; asked; asked = next) {
      next = undefined;
      begun = true;
      try {
        await work(asked.item);
      } catch {
        // What comes after it is done all the same.
      }
    }
    running = undefined;
  }

  return {
    ask(item) {
      next = { item };
      running ??= run();
    },
    drop() {
      next = undefined;
    },
    async settled() {
      await running;
      return begun;
    },
  };
}
