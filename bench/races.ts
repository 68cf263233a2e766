import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureNodes } from '../scripts/nodes.mts';
import { loadBankFolder } from '../src/bank/bank-folder.ts';
import type { ModuleKind } from '../src/bank/model.ts';
import { hasSeveralOrders } from '../src/order/order-lines.ts';
import type { Runtime } from '../src/runner/model.ts';
import { runSnippet } from '../src/runner/run-snippet.ts';
import { createWarmPool } from '../src/runner/warm-pool.ts';

const rounds = 60;

interface Race {
  readonly name: string;
  readonly kind: ModuleKind;
  readonly code: string;
}

/** Races that recording is likely to shift: what is recorded stands between two timers of one list. */
const more: readonly Race[] = [
  {
    name: 'two timers and an immediate',
    kind: 'cjs',
    code: `setTimeout(() => {
  console.log('first');
  setImmediate(() => console.log('immediate'));
}, 5);
setTimeout(() => console.log('second'), 5);
`,
  },
];

export interface RacesResult {
  /**
   * How far the odds of a race are from those of a bare `node file`, at the worst of all races: the
   * share of runs that would have to go another way. Chance alone makes up to 0.25 of 60 runs.
   */
  readonly raceShiftJudged: number;
  readonly raceShiftRecorded: number;
}

/**
 * The races of the bank, bare, as the product runs them to judge a prediction (not recorded, in a
 * Node that waited), and recorded, taking turns so that whatever else the machine does hits all.
 */
export async function measureRaces(childFolder: string, tell = false): Promise<RacesResult> {
  const path = (await ensureNodes())['24'];
  const runtime: Runtime = { path, version: '24', origin: 'setting', electron: false };
  const { bank } = await loadBankFolder(join(import.meta.dirname, '..', 'questions'));
  const races = bank.snippets.filter(({ expect }) => hasSeveralOrders(expect));
  const folder = await mkdtemp(join(tmpdir(), 'loopwise-races-'));
  const pool = createWarmPool({ childFolder });
  // A child that waits keeps nothing alive, and so would end the bench.
  const alive = setInterval(() => undefined, 1000);
  const shifts: { judged: number; recorded: number }[] = [];
  try {
    for (const { id: name, kind, code } of [
      ...races,
      ...more.map((one) => ({ ...one, id: one.name })),
    ]) {
      const file = join(folder, `race.${kind}`);
      await writeFile(file, code);
      const counts: Record<'bare' | 'judged' | 'recorded', Counts> = {
        bare: new Map(),
        judged: new Map(),
        recorded: new Map(),
      };
      const product = async (trace: boolean): Promise<string> => {
        await pool.whenWaiting();
        const { lines } = await runSnippet({ code, kind, trace }, runtime, { childFolder, pool });
        return lines.map(({ text }) => text).join('\n');
      };
      await runSnippet({ code, kind }, runtime, { childFolder, pool });
      for (let round = 0; round < rounds; round++) {
        count(counts.bare, (await promisify(execFile)(path, [file])).stdout.trimEnd());
        count(counts.judged, await product(false));
        count(counts.recorded, await product(true));
      }
      // Of many orders, what came first tells the odds.
      const start = commonLines([
        ...counts.bare.keys(),
        ...counts.judged.keys(),
        ...counts.recorded.keys(),
      ]);
      const [bare, judged, recorded] = [counts.bare, counts.judged, counts.recorded].map((all) =>
        byLine(all, start),
      );
      const shift = { judged: distance(bare, judged), recorded: distance(bare, recorded) };
      shifts.push(shift);
      if (tell)
        console.log(
          name,
          shift,
          ...[bare, judged, recorded].map((all) => Object.fromEntries(all ?? [])),
        );
    }
  } finally {
    clearInterval(alive);
    await pool.dispose();
    await rm(folder, { recursive: true });
  }
  return {
    raceShiftJudged: Math.max(...shifts.map(({ judged }) => judged)),
    raceShiftRecorded: Math.max(...shifts.map(({ recorded }) => recorded)),
  };
}

type Counts = Map<string, number>;

function count(counts: Counts, output: string, times = 1): void {
  counts.set(output, (counts.get(output) ?? 0) + times);
}

/** How many lines all outputs have in common at their beginning. */
function commonLines(outputs: readonly string[]): number {
  const all = outputs.map((output) => output.split('\n'));
  const [first = []] = all;
  const at = first.findIndex((line, place) => all.some((lines) => lines[place] !== line));
  return at === -1 ? first.length : at;
}

function byLine(counts: Counts, at: number): Counts {
  const byFirst: Counts = new Map();
  for (const [output, times] of counts) count(byFirst, output.split('\n')[at] ?? '', times);
  return byFirst;
}

/** Half the sum of the differences of all shares. */
function distance(one: Counts = new Map(), other: Counts = new Map()): number {
  const keys = new Set([...one.keys(), ...other.keys()]);
  const sum = [...keys].reduce(
    (total, key) => total + Math.abs((one.get(key) ?? 0) - (other.get(key) ?? 0)),
    0,
  );
  return sum / 2 / rounds;
}
