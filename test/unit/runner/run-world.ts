import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, readlink, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { ensureNodes } from '../../../scripts/nodes.mts';
import type { Major } from '../../../scripts/nodes.mts';
import type { ModuleKind } from '../../../src/bank/model.ts';
import type { RunRequest, RunResult, Runtime } from '../../../src/runner/model.ts';
import { openGatedChild } from '../../../src/runner/gated-child.ts';
import { defaultLimits, runSnippet } from '../../../src/runner/run-snippet.ts';
import { childKind } from '../../../src/runner/spawn-child.ts';
import type { WarmPool } from '../../../src/runner/warm-pool.ts';
import { buildChild } from './build-child.ts';

export const majors = ['20', '22', '24', '26'] as const;

/**
 * For tables of many programs: one Node for each, always the same one, so that the whole table meets
 * every Node many times. Each child costs a tenth of a second of CPU, and there were thousands.
 * LOOPWISE_EVERY_NODE=1 takes all of them.
 * @param name of the program
 * @param from those that can run it
 */
export function someMajors(name: string, from: readonly Major[] = majors): readonly Major[] {
  if (process.env['LOOPWISE_EVERY_NODE'] === '1') return from;
  const turn = createHash('sha256').update(name).digest().readUInt8() % from.length;
  return from.slice(turn, turn + 1);
}

type Options = Omit<Partial<RunRequest>, 'code'> & {
  readonly major?: Major;
  /** What the runtime is said to be; the major alone if absent. */
  readonly version?: string;
};

/** Runs code as the extension does, below a folder for temporary files of its own. */
export interface RunWorld {
  readonly temporary: string;
  readonly childFolder: string;
  runtime(major?: Major): Runtime;
  run(code: string, options?: Options): Promise<RunResult>;
  /** The same in a child that was there before the code. */
  runWarm(code: string, options?: Options): Promise<RunResult>;
  /** Whatever the run did, nothing of it may be left. */
  assertNothingLeft(): Promise<void>;
  /**
   * For a run that something else clears away: a process that was killed is there until it is its turn
   * to die.
   */
  untilNothingIsLeft(): Promise<void>;
}

/** Made before the tests of the block that calls it; every test must leave nothing behind. */
export function useRunWorld(): RunWorld {
  const former = process.env.TMPDIR;
  let nodes: Record<Major, string>;
  let temporary = '';
  let child: Awaited<ReturnType<typeof buildChild>>;

  const world: RunWorld = {
    get temporary() {
      return temporary;
    },
    get childFolder() {
      return child.childFolder;
    },
    runtime: (major = '24') => ({
      path: nodes[major],
      version: major,
      origin: 'path',
      electron: false,
    }),
    run: (code, { major, version, ...options } = {}) =>
      runSnippet(
        { kind: 'cjs', ...options, code },
        { ...world.runtime(major), ...(version !== undefined && { version }) },
        child,
      ),
    async runWarm(code, { major, ...options } = {}) {
      const request = { kind: 'cjs', ...options, code } as const;
      const limits = { ...defaultLimits, ...options.limits };
      const kind = childKind(request, world.runtime(major), limits);
      const gated = await openGatedChild(kind, { ...child, warm: true });
      await gated.waiting;
      const { pid } = gated.child;
      let ready: number | undefined;
      gated.child.records.on('data', (text: string) => {
        ready ??= Number(/"kind":"ready".*"pid":(\d+)/.exec(text)?.[1]);
      });
      const pool = { ...emptyPool, take: () => Promise.resolve(gated) };
      const result = await runSnippet(request, world.runtime(major), { ...child, pool });
      assert.equal(ready, pid, 'another child did it');
      return result;
    },
    async assertNothingLeft() {
      assert.deepEqual(await readdir(temporary), [], 'a folder is left');
      assert.deepEqual(await survivors(temporary), [], 'a process is left');
    },
    async untilNothingIsLeft() {
      while ((await readdir(temporary)).length > 0) await setImmediate();
      while ((await survivors(temporary)).length > 0) await setImmediate();
    },
  };

  before(async function () {
    this.timeout(300_000);
    nodes = await ensureNodes();
    child = await buildChild();
    temporary = await realpath(await mkdtemp(join(tmpdir(), 'loopwise-test-')));
    process.env.TMPDIR = temporary;
  });
  afterEach(() => world.assertNothingLeft());
  after(async () => {
    if (former === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = former;
    await child.remove();
    await rm(temporary, { recursive: true, force: true });
  });
  return world;
}

/** Has nothing waiting and starts nothing. */
const emptyPool: WarmPool = {
  began: () => undefined,
  take: () => Promise.resolve(undefined),
  ended: () => undefined,
  whenWaiting: () => new Promise(() => undefined),
  clear: () => undefined,
  dispose: () => Promise.resolve(),
};

/** Processes that work in the folder or whose environment names it; Linux only. */
async function survivors(folder: string): Promise<string[]> {
  if (process.platform !== 'linux') return [];
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    ids.map(async (id) => {
      const environment = await readFile(`/proc/${id}/environ`, 'utf8').catch(() => '');
      const cwd = await readlink(`/proc/${id}/cwd`).catch(() => '');
      const marked = environment.includes(`${folder}/`) || cwd.startsWith(`${folder}/`);
      // Without a command line it has been killed and is being cleared away.
      const command = marked ? await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '') : '';
      return command === '' ? [] : [command];
    }),
  );
  return found.flat();
}

/** One line each, as short as the expectations are written: `out`, `err:out`, `exit:1`. */
export const shown = ({ lines }: Pick<RunResult, 'lines'>): string[] =>
  lines.map(({ stream, text }) => (stream === 'stdout' ? text : `${stream}:${text}`));

export const kinds: readonly ModuleKind[] = ['cjs', 'mjs'];
