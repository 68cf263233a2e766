import type { RunView } from './run-view.ts';

/** An item and all that led to it, back to the script: the item first. */
export function chainOf(view: RunView, item: number): number[] {
  const chain: number[] = [];
  for (let at = item; at >= 0 && view.items[at]; at = view.parents[at] ?? -1) chain.push(at);
  return chain;
}
