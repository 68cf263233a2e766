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
  /**
   * What put it into its queue, such as the link before it, which settled what it waited for; what scheduled it where
   * nothing had to be waited for.
   */
  readonly queuedBy: RanCallback | undefined;
  /** The turn of the loop in which it ran, from 0 for what ran before the first one. */
  readonly turn: number;
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
  /** The script and all callbacks in the order in which they ran. */
  readonly ran: readonly RanCallback[];
}

/** Runs the program in the model and keeps which callback printed what. */
export function recordRun(program: Program): RanProgram {
  const lines: RanLine[] = [];
  const script = newCallback('script', 'main');
  const running = [script];
  const ran: RanCallback[] = [script];
  let turn = 0;
  /** The queues are emptied after it. */
  let last = script;
  runProgram(program, noBeliefs, nominal, {
    scheduled(api, phase, { delayMs } = {}) {
      const by = running.at(-1) ?? script;
      const one = phase === 'main' ? script : newCallback(api, phase, by, delayMs);
      if (one !== script) by.did.push(one);
      return {
        queued: () => void (one.queuedBy = running.at(-1)),
        run(work) {
          one.turn = turn;
          if (one !== script) ran.push(one);
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
    turn: () => void (turn += 1),
  });
  return { lines, script, ran };
}

/** Whether it is a tick or a microtask, and not called by the loop. */
export const isQueued = ({ phase }: RanCallback): boolean =>
  phase === 'nextTick' || phase === 'microtask';

/** All that a callback scheduled, directly or through others. */
export const callbacksIn = ({ did }: RanCallback): readonly RanCallback[] =>
  did.flatMap((one) => (typeof one === 'string' ? [] : [one, ...callbacksIn(one)]));

interface Recorded extends RanCallback {
  after: RanCallback | undefined;
  queuedBy: RanCallback | undefined;
  turn: number;
  readonly did: (string | RanCallback)[];
}

const newCallback = (api: string, phase: Phase, by?: Recorded, delayMs?: number): Recorded => ({
  ...{ api, phase, by, queuedBy: by, delayMs, after: undefined, turn: 0, did: [] },
});
