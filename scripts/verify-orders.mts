// `npm run verify:orders`: the orders that are derived from one recorded run, against many bare
// runs of the same programs: the bank, random ones, test/fixtures/programs. Bare runs must never be called wrong; what is derived and never seen
// is listed, to be read for looseness.
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { ModuleKind } from '../src/bank/model.ts';
import { possibleOrders } from '../src/explain/possible-orders.ts';
import { judgeOwn } from '../src/order/judge-own.ts';
import { displayText, lineKey } from '../src/order/line-text.ts';
import { enumerateOutputs } from '../src/order/order-lines.ts';
import { matchLines } from '../src/order/matcher.ts';
import type { OutputLine } from '../src/order/output.ts';
import { atOnce, realNodes } from '../test/unit/bank/real-runs.ts';
import { fixturePrograms } from '../test/unit/explain/bare-runs.ts';
import { realBank } from '../test/unit/bank/real-bank.ts';
import { expectationOn } from '../test/unit/bank/judge-run.ts';
import { anyProgram, writeProgram } from '../test/unit/explain/random-program.ts';
import { ensureNodes } from './nodes.mjs';
import type { Major } from './nodes.mjs';

const option = (name: string, fallback: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? fallback : (process.argv[at + 1] ?? fallback);
};
const major = option('node', '24') as Major;
const programs = Number(option('programs', '100'));
const runs = Number(option('runs', '20'));
const seed = Number(option('seed', '1'));
const only = option('only', 'all');
const width = Number(option('width', '2'));

interface Program {
  readonly name: string;
  readonly kind: ModuleKind;
  readonly code: string;
  /** What an author says of it, in place of runs. */
  readonly outputs?: readonly (readonly OutputLine[])[];
  /** Its two streams have an order only when both are written to one file, as the runner does it. */
  readonly writesErrors?: true;
}

const counts = {
  programs: 0,
  runs: 0,
  outputs: 0,
  movesOnly: 0,
  fixed: 0,
  open: 0,
  never: 0,
  verdicts: {} as Record<string, number>,
};
const failures: string[] = [];
const loose: string[] = [];

const nodes = await realNodes();
const { [major]: node } = await ensureNodes();
const folder = await mkdtemp(join(tmpdir(), 'loopwise-orders-'));
await atOnce(width, await collect(), check);
await rm(folder, { recursive: true });
await nodes.remove();
for (const text of process.argv.includes('--loose') ? loose : []) console.log(text);
for (const text of failures) console.log(text);
console.log(counts, `${loose.length} programs with orders that never came`);
console.log(`${failures.length} failures`);
process.exitCode = failures.length > 0 ? 1 : 0;

async function collect(): Promise<Program[]> {
  const { bank } = await realBank();
  const ofBank = bank.snippets.map(({ id, kind, code, ...rest }): Program => {
    const expect = expectationOn({ id, kind, code, ...rest }, major);
    return { name: id, kind, code, outputs: enumerateOutputs(expect, 500).outputs };
  });
  const random = [false, true].flatMap((sharing) =>
    fc.sample(anyProgram(sharing), { numRuns: programs, seed }).map((parts, at): Program => ({
      name: `random ${sharing ? 'sharing ' : ''}${at}`,
      kind: 'cjs',
      code: writeProgram(parts),
    })),
  );
  const fixtures = fixturePrograms().map((one): Program => ({ ...one, writesErrors: true }));
  const sources = { bank: ofBank, random, fixtures };
  const all = Object.entries(sources).flatMap(([source, found]) =>
    only === 'all' || only === source ? found : [],
  );
  const name = option('name', '');
  return name === '' ? all : all.filter((one) => one.name === name);
}

async function check({ name, kind, code, outputs, writesErrors }: Program): Promise<void> {
  const { trace, ended, lines } = await nodes.run(major, kind, code, undefined, true);
  if (!trace || ended !== 'exit') return void failures.push(`${name}: ${ended}, no whole trace`);
  const possible = possibleOrders(trace, { code, kind });
  counts.programs += 1;
  if (!possible) return;
  if (possible.movesOnly) counts.movesOnly += 1;
  const isFixed =
    possible.fixedUntil > lines.length ||
    (possible.movesOnly && possible.fixedUntil === lines.length);
  if (isFixed) counts.fixed += 1;
  const seen = new Map<string, readonly OutputLine[]>();
  const add = (output: readonly OutputLine[]) =>
    seen.set(output.map((line) => lineKey(line, 'text')).join('\n'), output);
  add(lines);
  if (outputs) outputs.forEach(add);
  else {
    const file = join(folder, `${name.replaceAll(/\W/g, '-')}.${kind}`);
    await writeFile(file, code);
    for (let run = 0; run < runs; run++) {
      add(writesErrors ? (await nodes.run(major, kind, code)).lines : await bare(file));
      counts.runs += 1;
    }
  }
  counts.outputs += seen.size;
  for (const output of seen.values()) {
    const prediction = output.map(displayText);
    const verdict = judgeOwn({
      prediction,
      actual: lines,
      truncated: false,
      recorded: { lines, possible },
      seen: [],
    });
    const kindOf = verdict.kind === 'unknown' ? verdict.reason : verdict.kind;
    counts.verdicts[kindOf] = (counts.verdicts[kindOf] ?? 0) + 1;
    const outside =
      possible.movesOnly &&
      possible.order !== undefined &&
      matchLines(possible.order, output, { comparison: 'text' }).kind === 'mismatch';
    if (verdict.kind === 'wrong' || outside) {
      failures.push(
        [
          `${name}: came, and is ${JSON.stringify(verdict)}`,
          code,
          `recorded: ${lines.map(displayText).join(' | ')}`,
          `came: ${prediction.join(' | ')}`,
          `derived: ${JSON.stringify(possible.order)}`,
          `movesOnly ${possible.movesOnly}, fixed until ${possible.fixedUntil}`,
        ].join('\n  '),
      );
    }
  }
  if (possible.order === undefined) counts.open += 1;
  else if (possible.movesOnly) {
    const derived = enumerateOutputs(possible.order, 200);
    const never = derived.outputs.filter(
      (output) => !seen.has(output.map((line) => lineKey(line, 'text')).join('\n')),
    );
    counts.never += never.length;
    if (never.length > 0)
      loose.push(
        [
          `${name}: ${never.length}${derived.complete ? '' : '+'} of ${derived.outputs.length} never came`,
          outputs ? `expected: ${outputs.length}` : code,
          `derived: ${JSON.stringify(possible.order)}`,
          `e.g. ${never[0]?.map(displayText).join(' | ')}`,
        ].join('\n  '),
      );
  }
}

function bare(file: string): Promise<OutputLine[]> {
  const child = spawn(node, [file], { stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece));
  return new Promise((resolve) =>
    child.on('close', () =>
      resolve(
        text
          .split('\n')
          .slice(0, -1)
          .map((line) => ({ stream: 'stdout', text: line })),
      ),
    ),
  );
}
