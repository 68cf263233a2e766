import type { BeliefId } from '../explain/beliefs.ts';
import { nominal } from './chance.ts';
import type { Program } from './program.ts';
import { readingOrder } from './reading-order.ts';
import { isQueued } from './recorded-run.ts';
import type { RanCallback, RanLine, RanProgram } from './recorded-run.ts';
import { isTimerAgainstImmediate } from './ends-on-contest.ts';
import { runProgram } from './run-program.ts';

/** Readers of the model: what they take for true, all of it together. */
const believers = {
  'ticks cut in between microtasks': ['tick-before-each-job'],
  'an ES module is CommonJS': ['ticks-always-first'],
  'an await of what is there already goes on': ['await-goes-on'],
  'a timeout is before an immediate': ['timer-before-immediate'],
} as const satisfies Record<string, readonly BeliefId[]>;

export type WrongReader =
  keyof typeof believers | 'the order of the code in each phase' | 'callbacks depth first';

/**
 * Which of several readers, each with one shortcut, solve the program wrong. Where hardly any does, there is nothing
 * in it to think about.
 */
export function wrongReadersOf(program: Program, ran: RanProgram): readonly WrongReader[] {
  const real = ran.lines.map(({ text }) => text).join('\n');
  const isWrong = (lines: readonly string[]): boolean => lines.join('\n') !== real;
  const wrong = (Object.keys(believers) as (keyof typeof believers)[]).filter((reader) =>
    isWrong(runProgram(program, new Set(believers[reader]), nominal).lines),
  );
  return [
    ...wrong,
    ...(turnsOf(program, ran) > 0 ? (['the order of the code in each phase'] as const) : []),
    ...(isWrong(depthFirst(ran.script)) ? (['callbacks depth first'] as const) : []),
  ];
}

/** As if whatever a callback scheduled ran right after it, before anything else. */
function depthFirst({ did }: RanCallback): readonly string[] {
  return [
    ...did.filter((one) => typeof one === 'string'),
    ...did.flatMap((one) => (typeof one === 'string' ? [] : depthFirst(one))),
  ];
}

/** Whether the order of scheduling alone explains one of the outputs: ticks and microtasks in one queue, the loop in another. */
export function areTwoQueuesEnough(
  { script }: RanProgram,
  outputs: readonly (readonly string[])[],
): boolean {
  const said = inTwoQueues(script).join('\n');
  return outputs.some((lines) => lines.join('\n') === said);
}

function inTwoQueues(script: RanCallback): readonly string[] {
  const lines: string[] = [];
  const micro: RanCallback[] = [];
  const macro = [script];
  for (let at = macro.shift(); at; at = micro.shift() ?? macro.shift()) {
    for (const one of at.did) {
      if (typeof one === 'string') lines.push(one);
      else if (isQueued(one)) micro.push(one);
      else insertByDelay(macro, one);
    }
  }
  return lines;
}

/** Everybody knows that 50 ms are longer than none. */
function insertByDelay(queue: RanCallback[], one: RanCallback): void {
  const delay = ({ delayMs = 0 }: RanCallback): number => (delayMs <= 1 ? 0 : delayMs);
  const behind = queue.findIndex((other) => delay(other) > delay(one));
  queue.splice(behind < 0 ? queue.length : behind, 0, one);
}

/**
 * In how many places, each the queues after one callback or the phases of the loop, lines are printed in another order
 * than they are read. A timeout of 0 ms behind an immediate that was scheduled with it doesn't count: everybody has seen it.
 */
export function turnsOf(program: Program, { lines, script }: RanProgram): number {
  const order = readingOrder(program);
  const places = new Map<RanCallback | 'loop', RanLine[]>();
  for (const line of lines) {
    // What the script itself prints is in the order in which it is read.
    if (line.by === script) continue;
    const place = line.by.after ?? 'loop';
    places.set(place, [...(places.get(place) ?? []), line]);
  }
  const isTurned = (one: RanLine, later: RanLine): boolean =>
    order.indexOf(later.text) < order.indexOf(one.text) && !isTimerAgainstImmediate(one, later);
  return [...places.values()].filter((of) =>
    of.some((one, at) => of.slice(at + 1).some((later) => isTurned(one, later))),
  ).length;
}
