import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureNodes } from '../scripts/nodes.mts';
import type { ModuleKind } from '../src/bank/model.ts';
import type { RunnableProgram, Runtime } from '../src/runner/model.ts';
import { runSnippet } from '../src/runner/run-snippet.ts';
import { createWarmPool } from '../src/runner/warm-pool.ts';
import type { WarmPool } from '../src/runner/warm-pool.ts';
import { median } from './median.ts';

const rounds = 30;
const idleMs = 2000;
const longestWaitMs = 30_000;
const code = `setTimeout(() => console.log('timer'), 0);\nconsole.log('first');\n`;

interface Times {
  /** Milliseconds from the request to the first output and to the end. */
  readonly first: number;
  readonly exit: number;
}

export interface RunnerResult {
  readonly firstOutputVsBareCjs: number;
  readonly firstOutputVsBareEsm: number;
  readonly exitVsBareCjs: number;
  /** A saved file of the user's that imports two others, where it is. */
  readonly savedFileVsBare: number;
  /** Nodes that wait after a run, and the CPU time they take in two seconds, in milliseconds. */
  readonly idleChildren: number;
  readonly idleCpuMs: number;
}

/**
 * A recorded run of the product, with a child waiting, against a bare `node file` on the same
 * Node 24: ratios of medians, the two taking turns so that whatever else the machine does hits both.
 */
export async function measureRunner(childFolder: string): Promise<RunnerResult> {
  const path = (await ensureNodes())['24'];
  const runtime: Runtime = { path, version: '24', origin: 'setting', electron: false };
  const folder = await mkdtemp(join(tmpdir(), 'loopwise-bench-'));
  const pool = createWarmPool({ childFolder });
  const bench: Bench = { runtime, childFolder, folder, pool };
  try {
    const cjs = await compare('cjs', bench);
    const esm = await compare('mjs', bench);
    return {
      firstOutputVsBareCjs: cjs.first,
      firstOutputVsBareEsm: esm.first,
      exitVsBareCjs: cjs.exit,
      savedFileVsBare: (await compareSaved(bench)).exit,
      ...(await measureIdle(bench)),
    };
  } finally {
    await pool.dispose();
    await rm(folder, { recursive: true });
  }
}

interface Bench {
  readonly runtime: Runtime;
  readonly childFolder: string;
  readonly folder: string;
  readonly pool: WarmPool;
}

async function compare(kind: ModuleKind, bench: Bench): Promise<Times> {
  const file = join(bench.folder, `bare.${kind}`);
  await writeFile(file, code);
  return takeTurns(file, { code, kind }, bench);
}

/** The file, its imports and their package are the same for both. */
async function compareSaved(bench: Bench): Promise<Times> {
  const { folder } = bench;
  const main = `import { one } from './one.js';\nimport { two } from './two.js';\n${code}console.log(one + two);\n`;
  const files = {
    'package.json': '{ "type": "module" }',
    'one.js': 'export const one = 1;\n',
    'two.js': 'export const two = 2;\n',
    'main.js': main,
  };
  await Promise.all(
    Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)),
  );
  const file = join(folder, 'main.js');
  const place = { file, folder, texts: [], movable: false };
  return takeTurns(file, { code: main, kind: 'mjs', place }, bench);
}

async function takeTurns(file: string, program: RunnableProgram, bench: Bench): Promise<Times> {
  const { runtime, pool } = bench;
  const bare: Times[] = [];
  const product: Times[] = [];
  await bareRun(runtime.path, file);
  await productRun(program, bench);
  for (let round = 0; round < rounds; round++) {
    await inTime(pool.whenWaiting(), 'no child waits');
    bare.push(await inTime(bareRun(runtime.path, file), 'a bare run does not end'));
    product.push(await inTime(productRun(program, bench), 'a run does not end'));
  }
  return {
    first: ratio(product, bare, ({ first }) => first),
    exit: ratio(product, bare, ({ exit }) => exit),
  };
}

function ratio(a: readonly Times[], b: readonly Times[], pick: (times: Times) => number): number {
  return median(a.map(pick)) / median(b.map(pick));
}

function bareRun(node: string, file: string): Promise<Times> {
  const requested = performance.now();
  const child = spawn(node, [file], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let first = 0;
    child.stdout.once('data', () => (first = performance.now() - requested));
    child.once('error', reject);
    child.once('exit', () => resolve({ first, exit: performance.now() - requested }));
  });
}

async function productRun(
  program: RunnableProgram,
  { runtime, childFolder, pool }: Bench,
): Promise<Times> {
  const requested = performance.now();
  const { ended, firstLineMs } = await runSnippet(program, runtime, { childFolder, pool });
  if (ended !== 'exit' || firstLineMs === undefined) throw new Error('The snippet did not run.');
  return { first: firstLineMs, exit: performance.now() - requested };
}

/** From `/proc`, and so on Linux only; elsewhere it is the one child that the pool says it has. */
async function measureIdle({ pool, runtime }: Bench) {
  const pid = await inTime(pool.whenWaiting(), 'no child waits');
  if (process.platform !== 'linux') return { idleChildren: 1, idleCpuMs: NaN };
  // What it prepared in the background comes to an end first.
  await pause(idleMs / 2);
  const before = await cpuMs(pid);
  await pause(idleMs);
  return {
    idleChildren: await countChildren(runtime.path),
    idleCpuMs: (await cpuMs(pid)) - before,
  };
}

async function countChildren(program: string): Promise<number> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const ours = await Promise.all(
    ids.map(async (id) => {
      const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
      const command = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
      return status.includes(`\nPPid:\t${process.pid}\n`) && command.startsWith(`${program}\0`);
    }),
  );
  return ours.filter(Boolean).length;
}

/** The clock of `/proc` ticks 100 times a second; `sched` counts nanoseconds. */
async function cpuMs(pid: number): Promise<number> {
  const threads = await readdir(`/proc/${pid}/task`);
  const times = await Promise.all(
    threads.map(async (thread) => {
      const text = await readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8');
      return Number(text.split(' ')[0]) / 1e6;
    }),
  );
  return times.reduce((sum, time) => sum + time, 0);
}

/** A bench that hangs tells nothing. */
async function inTime<Result>(work: Promise<Result>, otherwise: string): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Bench: ${otherwise}.`)), longestWaitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
