import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureNodes } from '../scripts/nodes.mjs';
import type { ModuleKind } from '../src/bank/model.ts';
import type { Runtime } from '../src/runner/model.ts';
import { runSnippet } from '../src/runner/run-snippet.ts';
import { median } from './median.ts';

const rounds = 30;
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
}

/**
 * A run of the product against a bare `node file` on the same Node 24: ratios of medians, the two
 * taking turns so that whatever else the machine does hits both.
 */
export async function measureRunner(childFolder: string): Promise<RunnerResult> {
  const path = (await ensureNodes())['24'];
  const runtime: Runtime = { path, version: '24', origin: 'setting', electron: false };
  const folder = await mkdtemp(join(tmpdir(), 'loopwise-bench-'));
  try {
    const cjs = await compare('cjs', { runtime, childFolder, folder });
    const esm = await compare('mjs', { runtime, childFolder, folder });
    return {
      firstOutputVsBareCjs: cjs.first,
      firstOutputVsBareEsm: esm.first,
      exitVsBareCjs: cjs.exit,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface Bench {
  readonly runtime: Runtime;
  readonly childFolder: string;
  readonly folder: string;
}

async function compare(kind: ModuleKind, bench: Bench): Promise<Times> {
  const { runtime, folder } = bench;
  const file = join(folder, `bare.${kind}`);
  await writeFile(file, code);
  const bare: Times[] = [];
  const product: Times[] = [];
  await bareRun(runtime.path, file);
  await productRun(kind, bench);
  for (let round = 0; round < rounds; round++) {
    bare.push(await bareRun(runtime.path, file));
    product.push(await productRun(kind, bench));
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

async function productRun(kind: ModuleKind, { runtime, childFolder }: Bench): Promise<Times> {
  const requested = performance.now();
  const { ended, firstLineMs } = await runSnippet({ code, kind }, runtime, { childFolder });
  if (ended !== 'exit' || firstLineMs === undefined) throw new Error('The snippet did not run.');
  return { first: firstLineMs, exit: performance.now() - requested };
}
