import { createAskNode } from './ask-node.ts';
import { chooseRuntime, findNodes } from './find-node.ts';
import type { FoundNodes } from './find-node.ts';
import type { RunRequest, RunResult, Runtime } from './model.ts';
import type { NodePlaces } from './node-candidates.ts';
import { runSnippet } from './run-snippet.ts';
import type { RunSnippetOptions } from './run-snippet.ts';
import { createWarmPool } from './warm-pool.ts';

export type RunnerOptions = Omit<RunSnippetOptions, 'pool'>;

/** All that runs programs for one session. */
export interface Runner {
  /** @throws NoNodeError when the setting names one that does not work, or when none works */
  choose(places: NodePlaces): Promise<Runtime>;
  /** Every Node found, and those that don't work, with the reason. */
  find(places: NodePlaces): Promise<FoundNodes>;
  /**
   * See `runSnippet`.
   * @param isUsual whether the next run is likely to be on that Node as well, so that one waits for it
   */
  run(request: RunRequest, runtime: Runtime, isUsual: boolean): Promise<RunResult>;
  /** The next run will need another Node than the one that waits. */
  clearWaiting(): void;
  dispose(): void;
}

/** @param home the user's home folder */
export function createRunner(options: RunnerOptions, home: string): Runner {
  // It asks a program again only after its file changed.
  const ask = createAskNode(process.env, home);
  const pool = createWarmPool({ childFolder: options.childFolder });
  return {
    choose: (places) => chooseRuntime(places, ask),
    find: (places) => findNodes(places, ask),
    run: (request, runtime, isUsual) =>
      runSnippet(request, runtime, isUsual ? { ...options, pool } : options),
    clearWaiting: () => pool.clear(),
    dispose: () => void pool.dispose(),
  };
}
