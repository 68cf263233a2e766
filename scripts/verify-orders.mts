// `npm run verify:orders`: the orders that are derived from one recorded run, against many runs of the
// same programs that are not recorded, half of them side by side so that the machine is busy. What
// came must never be called wrong; what is derived and never came is listed with `--loose`, to be
// read. Everything is printed as soon as it is known, and `--minutes` bounds a run: the last line
// says with which `--from` the next one goes on.
//   npm run verify:orders -- [--node 24] [--only bank|random|fixtures|own] [--name fs/read.cjs] [--runs 20]
//     [--programs 100] [--seed 1] [--minutes 10] [--from 0] [--width 2] [--loose]
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import type { ModuleKind } from '../src/bank/model.ts';
import { possibleOrders } from '../src/explain/possible-orders.ts';
import { judgeOwn } from '../src/order/judge-own.ts';
import { displayText, lineKey } from '../src/order/line-text.ts';
import { matchLines } from '../src/order/matcher.ts';
import { enumerateOutputs } from '../src/order/order-lines.ts';
import type { OutputLine } from '../src/order/output.ts';
import type { PossibleOrders } from '../src/order/possible-orders.ts';
import { expectationOn } from '../test/unit/bank/judge-run.ts';
import { realBank } from '../test/unit/bank/real-bank.ts';
import { atOnce, realNodes } from '../test/unit/bank/real-runs.ts';
import { fixturePrograms, ownPrograms } from '../test/unit/explain/bare-runs.ts';
import { anyProgram, writeProgram } from '../test/unit/explain/random-program.ts';
import { toMajor } from './lib/explain-program.mts';

const { values } = parseArgs({
  options: {
    node: { type: 'string', default: '24' },
    only: { type: 'string', default: 'all' },
    name: { type: 'string', default: '' },
    runs: { type: 'string', default: '20' },
    programs: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '60' },
    from: { type: 'string', default: '0' },
    width: { type: 'string', default: '2' },
    loose: { type: 'boolean', default: false },
  },
});
const major = toMajor(values.node);
const until = Date.now() + Number(values.minutes) * 60_000;

interface Program {
  readonly name: string;
  readonly kind: ModuleKind;
  readonly code: string;
  /** What an author says of it, in place of runs. */
  readonly outputs?: readonly (readonly OutputLine[])[];
}

/** Side by side: what two cores do easily, and what keeps them busy. */
const widths = { idle: 1, busy: 6 };

/** Beyond these no derived outputs are compared with what came. */
const mostDerived = 200;

const counts = {
  programs: 0,
  runs: 0,
  /** Distinct ones. */
  outputs: 0,
  /** Programs whose order no race changes. */
  fixed: 0,
  /** Programs of which another order only moves lines. */
  movesOnly: 0,
  /** Programs with too many orders to write down. */
  tooMany: 0,
  /** Derived outputs that did not come. */
  never: 0,
  loosePrograms: 0,
  failures: 0,
};
const verdicts: Record<string, number> = {};

const nodes = await realNodes();
const all = await collect();
let next = Number(values.from);
await atOnce(Number(values.width), remaining(), check);
await nodes.remove();
console.log(`Node ${major}`, counts, verdicts);
console.log(next < all.length ? `go on with --from ${next} (of ${all.length})` : 'all of them ran');
process.exitCode = counts.failures > 0 ? 1 : 0;

function* remaining(): Generator<Program> {
  for (; next < all.length && Date.now() < until; next++) {
    const program = all[next];
    if (program) yield program;
  }
}

async function collect(): Promise<Program[]> {
  const wants = (source: string) => values.only === 'all' || values.only === source;
  const found = [
    ...(wants('bank') ? await bankPrograms() : []),
    ...(wants('random') ? randomPrograms() : []),
    ...(wants('fixtures') ? fixturePrograms() : []),
    ...(wants('own') ? ownPrograms() : []),
  ];
  return values.name === '' ? found : found.filter(({ name }) => name === values.name);
}

async function bankPrograms(): Promise<Program[]> {
  const { bank } = await realBank();
  return bank.snippets.map((snippet): Program => {
    const { id: name, kind, code } = snippet;
    const { outputs } = enumerateOutputs(expectationOn(snippet, major), 500);
    return { name, kind, code, outputs };
  });
}

function randomPrograms(): Program[] {
  const samples = { numRuns: Number(values.programs), seed: Number(values.seed) };
  return [false, true].flatMap((sharing) =>
    fc.sample(anyProgram(sharing), samples).map((parts, at): Program => ({
      name: `random ${sharing ? 'sharing ' : ''}${at}`,
      kind: 'cjs',
      code: writeProgram(parts),
    })),
  );
}

async function check(program: Program): Promise<void> {
  const { name, kind, code } = program;
  const { trace, ended, lines } = await nodes.run(major, kind, code, undefined, true);
  const isWhole = trace && ended === 'exit';
  const possible = isWhole && possibleOrders(trace, { code, kind });
  if (!possible) {
    fail(name, isWhole ? 'nothing is derived' : `${ended}, no whole record`);
    return;
  }
  counts.programs += 1;
  count(possible, lines);
  const came = await outputsOf(program, lines);
  counts.outputs += came.size;
  for (const output of came.values()) hold(output, { program, lines, possible });
  const never = neverCame(possible, came);
  counts.never += never.length;
  if (never.length === 0) return;
  counts.loosePrograms += 1;
  if (!values.loose) return;
  const said = program.outputs ? `expected: ${program.outputs.length}` : code;
  const details = [said, `derived: ${JSON.stringify(possible.order)}`];
  tell(`~ ${name}: ${never.length} of ${never.length + came.size} never came`, [
    ...details,
    ...never.slice(0, 3).map((output) => `e.g. ${shown(output)}`),
  ]);
}

function count(possible: PossibleOrders, lines: readonly OutputLine[]): void {
  const { movesOnly, fixedUntil, order } = possible;
  if (movesOnly) counts.movesOnly += 1;
  if (order === undefined) counts.tooMany += 1;
  const isFixed = fixedUntil > lines.length || (movesOnly && fixedUntil === lines.length);
  if (isFixed) counts.fixed += 1;
}

/** The distinct ones, that of the recorded run among them. */
async function outputsOf(program: Program, recorded: readonly OutputLine[]) {
  const came = new Map([[keyOf(recorded), recorded]]);
  const add = (output: readonly OutputLine[]) => came.set(keyOf(output), output);
  if (program.outputs) {
    program.outputs.forEach(add);
    return came;
  }
  for (const width of [widths.idle, widths.busy]) {
    const times = Array.from({ length: Math.ceil(Number(values.runs) / 2) }).keys();
    await atOnce(width, times, async () => {
      const { lines, ended } = await nodes.run(major, program.kind, program.code);
      counts.runs += 1;
      if (ended === 'exit') add(lines);
      else fail(program.name, `a run that is not recorded: ${ended}`);
    });
  }
  return came;
}

interface Derived {
  readonly program: Program;
  readonly lines: readonly OutputLine[];
  readonly possible: PossibleOrders;
}

/** What came is judged as if it were predicted. */
function hold(output: readonly OutputLine[], { program, lines, possible }: Derived): void {
  const prediction = output.map(displayText);
  const recorded = { lines, possible };
  const verdict = judgeOwn({ prediction, actual: lines, truncated: false, recorded, seen: [] });
  const kind = verdict.kind === 'unknown' ? verdict.reason : verdict.kind;
  verdicts[kind] = (verdicts[kind] ?? 0) + 1;
  const { order, movesOnly, fixedUntil } = possible;
  const isOutside =
    movesOnly &&
    order !== undefined &&
    matchLines(order, output, { comparison: 'text' }).kind === 'mismatch';
  if (verdict.kind !== 'wrong' && !isOutside) return;
  fail(
    program.name,
    `came, and is ${JSON.stringify(verdict)}`,
    program.code,
    `recorded: ${shown(lines)}`,
    `came: ${shown(output)}`,
    `derived: ${JSON.stringify(order)}`,
    `moves only: ${movesOnly}, fixed until ${fixedUntil}`,
  );
}

/** What is called possible, and did not come. */
function neverCame(
  { order, movesOnly }: PossibleOrders,
  came: ReadonlyMap<string, readonly OutputLine[]>,
): readonly (readonly OutputLine[])[] {
  if (order === undefined || !movesOnly) return [];
  const { outputs } = enumerateOutputs(order, mostDerived);
  return outputs.filter((output) => !came.has(keyOf(output)));
}

function keyOf(output: readonly OutputLine[]): string {
  return output.map((line) => lineKey(line, 'text')).join('\n');
}

function shown(output: readonly OutputLine[]): string {
  return output.map(displayText).join(' | ');
}

function fail(name: string, what: string, ...details: readonly string[]): void {
  counts.failures += 1;
  tell(`✖ ${name}: ${what}`, details);
}

function tell(title: string, details: readonly string[]): void {
  console.log([title, ...details.map((text) => text.trimEnd())].join('\n  '));
}
