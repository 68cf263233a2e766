import type { Program } from './program.ts';
import { readingOrder } from './reading-order.ts';
import type { RanLine, RanProgram } from './recorded-run.ts';

/** Whether what sleeps does nothing but print its lines at the very end, in the order in which they are read. */
export function hasSleepTail(program: Program, { lines }: RanProgram): boolean {
  const woken = lines.filter(isOfSleep);
  if (woken.length === 0 || !lines.slice(-woken.length).every(isOfSleep)) return false;
  const order = readingOrder(program);
  const places = woken.map(({ text }) => order.indexOf(text));
  return places.every((place, at) => place >= (places[at - 1] ?? 0));
}

/** A sleep of no time at all may race. */
function isOfSleep({ by: { after } }: RanLine): boolean {
  return after?.api === 'timers/promises.setTimeout' && (after.delayMs ?? 0) > 1;
}
