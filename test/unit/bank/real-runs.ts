import { ensureNodes } from '../../../scripts/nodes.mts';
import type { Major } from '../../../scripts/nodes.mts';
import type { ModuleKind, Permission } from '../../../src/bank/model.ts';
import type { RunRequest, RunResult, Runtime } from '../../../src/runner/model.ts';
import { runSnippet } from '../../../src/runner/run-snippet.ts';
import { buildChild } from '../runner/build-child.ts';
import type { BuiltChild } from '../runner/build-child.ts';

/** Real Nodes of every supported major, with the child's code freshly built. */
export interface RealNodes {
  readonly majors: readonly Major[];
  /**
   * @param permissions leave the code nothing else; everything is allowed without them
   * @param trace records the run
   */
  run(
    major: Major,
    kind: ModuleKind,
    code: string,
    permissions?: readonly Permission[],
    trace?: boolean,
  ): Promise<RunResult>;
  remove(): Promise<void>;
}

export async function realNodes(): Promise<RealNodes> {
  const [paths, child] = await Promise.all([ensureNodes(), buildChild()]);
  const majors = Object.keys(paths) as Major[];
  const runtimes = new Map(majors.map((major) => [major, runtimeOf(paths[major], major)]));
  return {
    majors,
    run: (major, kind, code, permissions, trace = false) =>
      run(runtimes.get(major), child, { code, kind, trace, ...(permissions && { permissions }) }),
    remove: () => child.remove(),
  };
}

/** All of them have Node's permission model, which came with 20.11. */
const runtimeOf = (path: string, major: Major): Runtime => ({
  path,
  version: `${major}.20.0`,
  origin: 'setting',
  electron: false,
});

function run(
  runtime: Runtime | undefined,
  { childFolder }: BuiltChild,
  request: Pick<RunRequest, 'code' | 'kind' | 'permissions' | 'trace'>,
): Promise<RunResult> {
  if (!runtime) throw new Error('There is no such Node');
  return runSnippet({ ...request, limits: { timeMs: 20_000 } }, runtime, { childFolder });
}

/** Works on a few items at once, so that a slow start of one process costs nothing. */
export async function atOnce<T>(
  width: number,
  items: Iterable<T>,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const iterator = items[Symbol.iterator]();
  const lane = async (): Promise<void> => {
    for (let next = iterator.next(); !next.done; next = iterator.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: width }, lane));
}
