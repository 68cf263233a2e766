import { fill } from '../../shared/fill.ts';

/** Chooses between the text for one and the text for another number. */
export function count(one: string, many: string, value: number): string {
  return fill(value === 1 ? one : many, value);
}
