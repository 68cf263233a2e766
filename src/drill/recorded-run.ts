import type { Phase } from '../trace/model.ts';
import { noBeliefs } from './belief-set.ts';
import { nominal } from './chance.ts';
import type { Program } from './program.ts';
import { runProgram } from './run-program.ts';

/** A callback that ran, or the script. */
export interface RanCallback {
  /** As its author wrote it: `setTimeout`, `then`. */
  readonly api: string;
  readonly phase: Phase;
  /** Of a timer. */
  readonly delayMs: number | undefined;
  /** What scheduled it; undefined for the script. */
  readonly by: RanCallback | undefined;
  /** Of a tick or a microtask: the script or the callback of the loop after which it ran. */
  readonly after: RanCallback | undefined;
  /** What it printed and what it scheduled, in this order. */
  readonly did: readonly (string | RanCallback)[];
}

/** A line and the callback that printed it. */
export interface RanLine {
  readonly text: string;
  readonly by: RanCallback;
}

/** What runs on an idle machine: its lines in order, and the script, from which all callbacks can be reached. */
export interface RanProgram {
  readonly lines: readonly RanLine[];
  readonly script: RanCallback;
}

/** Runs the program in the model and keeps which callback printed what. */
export function recordRun(program: Program): RanProgram {
  const lines: RanLine[] = [];
  const script = newCallback('script', 'main');
  const running = [script];
  /** The queues are emptied after it. */
  let last = script;
  runProgram(program, noBeliefs, nominal, {
    scheduled(api, phase, { delayMs } = {}) {
      const by = running.at(-1) ?? script;
      const one = phase === 'main' ? script : newCallback(api, phase, by, delayMs);
      if (one !== script) by.did.push(one);
      return {
        queued: () => undefined,
        run(work) {
          if (isQueued(one)) one.after = last;
          else last = one;
          running.push(one);
          const result = work();
          running.pop();
          return result;
        },
      };
    },
    printed(text) {
      const by = running.at(-1) ?? script;
      by.did.push(text);
      lines.push({ text, by });
    },
    turn: () => undefined,
  });
  return { lines, script };
}

/** Whether it is a tick or a microtask, and not called by the loop. */
export const isQueued = ({ phase }: RanCallback): boolean =>
  phase === 'nextTick' || phase === 'microtask';

/** All that a callback scheduled, directly or through others. */
export const callbacksIn = ({ did }: RanCallback): readonly RanCallback[] =>
  did.flatMap((one) => (typeof one === 'string' ? [] : [one, ...callbacksIn(one)]));

interface Recorded extends RanCallback {
  after: RanCallback | undefined;
  readonly did: (string | RanCallback)[];
}

const newCallback = (api: string, phase: Phase, by?: Recorded, delayMs?: number): Recorded => ({
  ...{ api, phase, by, delayMs, after: undefined, did: [] },
});
