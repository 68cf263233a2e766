/** Something that takes a while. */
export interface Sized {
  readonly minutes: number;
}

/**
 * Items in their order over so many days: the fullest day is as short as it can be, and the others are much
 * alike. With more days than items each of the first ones has an item, and the last ones are free.
 * @param days at least 1
 */
export function spread<Item extends Sized>(
  items: readonly Item[],
  days: number,
): readonly (readonly Item[])[] {
  const most = smallestLoad(items, days);
  const spread: Item[][] = [];
  let rest = items;
  for (let left = days; left > 0; left -= 1) {
    const count = countOfDay(rest, left, most);
    spread.push(rest.slice(0, count));
    rest = rest.slice(count);
  }
  return spread;
}

/** How many of the items the first of so many days takes, so that no later one needs more than `most`. */
function countOfDay(items: readonly Sized[], days: number, most: number): number {
  const share = minutesOf(items) / days;
  let [count, load] = [0, 0];
  for (const { minutes } of items) {
    if (load + minutes > most) break;
    const isEnough = count > 0 && load + minutes / 2 > share;
    if (isEnough && daysNeeded(items.slice(count), most) < days) break;
    count += 1;
    load += minutes;
  }
  return count;
}

/** The minutes of the fullest day when items are spread over so many days in their order. */
export function smallestLoad(items: readonly Sized[], days: number): number {
  let low = longestOf(items);
  let high = minutesOf(items);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fill(items, middle).length <= days) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** 0 for none. */
export const longestOf = (items: readonly Sized[]): number =>
  items.reduce((longest, { minutes }) => Math.max(longest, minutes), 0);

/** How many days items take, in their order. @param minutes of a day; an item that is longer takes a day */
export const daysNeeded = (items: readonly Sized[], minutes: number): number =>
  fill(items, minutes).length;

export const minutesOf = (items: readonly Sized[]): number =>
  items.reduce((sum, { minutes }) => sum + minutes, 0);

/** Each day is filled until the next item has no room. */
function fill<Item extends Sized>(items: readonly Item[], minutes: number): Item[][] {
  const days: Item[][] = [];
  let left = 0;
  for (const item of items) {
    const day = days.at(-1);
    if (day && item.minutes <= left) {
      day.push(item);
      left -= item.minutes;
    } else {
      days.push([item]);
      left = minutes - item.minutes;
    }
  }
  return days;
}
