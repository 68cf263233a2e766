import type { Major } from '../../../scripts/nodes.mts';
import { ensureNodes } from '../../../scripts/nodes.mts';
import { displayText } from '../../../src/order/line-text.ts';
import { runSnippet } from '../../../src/runner/run-snippet.ts';
import type { Runtime } from '../../../src/runner/model.ts';
import { createWarmPool } from '../../../src/runner/warm-pool.ts';
import type { WarmPool } from '../../../src/runner/warm-pool.ts';
import { buildChild } from '../runner/build-child.ts';
import { runInTurn } from './runs-in-turn.ts';
import type { Code } from './runs-in-turn.ts';

/** What programs print on real Nodes. */
export interface DrillRuns {
  printed(major: Major, programs: readonly Code[]): Promise<string[][]>;
  remove(): Promise<void>;
}

/** @param warm each program in a Node of its own that waited, as the product does it */
export async function openDrillRuns(warm: boolean): Promise<DrillRuns> {
  return warm ? openWarmRuns() : { printed: runInTurn, remove: () => Promise.resolve() };
}

async function openWarmRuns(): Promise<DrillRuns> {
  const [nodes, child] = await Promise.all([ensureNodes(), buildChild()]);
  // The pool's own timers keep no process alive.
  const alive = setInterval(() => undefined, 60_000);
  return {
    async printed(major, programs) {
      const pool = createWarmPool({ childFolder: child.childFolder, pauseMs: 0 });
      const runtime: Runtime = {
        path: nodes[major],
        version: `${major}.20.0`,
        origin: 'setting',
        electron: false,
      };
      const printed: string[][] = [];
      for (const { kind, code } of programs) {
        const run = () => runSnippet({ kind, code, trace: false }, runtime, { ...child, pool });
        printed.push((await waiting(pool, printed.length > 0, run)).lines.map(displayText));
      }
      await pool.dispose();
      return printed;
    },
    remove() {
      clearInterval(alive);
      return child.remove();
    },
  };
}

/** The first one has nothing to wait for: a Node is started after it. */
async function waiting<T>(pool: WarmPool, isLater: boolean, run: () => Promise<T>): Promise<T> {
  if (isLater) await pool.whenWaiting();
  return run();
}
