/** Work that is done one after the other, of which only the newest matters. */
export interface Latest<Item> {
  /**
   * Done as soon as what is being done is over, unless something newer is asked for before.
   * @returns a promise that resolves when nothing is left to do, and never rejects
   */
  ask(item: Item): Promise<void>;
  /** Forgets what is asked for and has not begun. */
  drop(): void;
  /** Resolves when nothing is being done, to whether anything has been. */
  settled(): Promise<boolean>;
}

/** @param onError of work that failed; what was asked for meanwhile is done all the same */
export function createLatest<Item = void>(
  work: (item: Item) => PromiseLike<unknown>,
  onError: (error: unknown, item: Item) => void,
): Latest<Item> {
  let next: { readonly item: Item } | undefined;
  let running: Promise<void> | undefined;
  let begun = false;

  async function run(): Promise<void> {
    for (let asked = next; asked; asked = next) {
      next = undefined;
      begun = true;
      try {
        await work(asked.item);
      } catch (error) {
        onError(error, asked.item);
      }
    }
    running = undefined;
  }

  return {
    ask(item) {
      next = { item };
      running ??= run();
      return running;
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
