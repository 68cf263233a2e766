// `npm run verify:drill`: generated programs against real Nodes. A program is made as users get it, runs
// on each Node, and has to print what the model says; of a program that races, one of the two outputs.
// Programs run one after the other in one process, thousands of them in minutes; with `--warm` each is
// run as the product runs it, in a Node of its own that waited. `--busy` keeps all cores busy meanwhile,
// and `--width` says how many processes run side by side. Every mismatch is printed with its code and
// recipe; the last line says with which `--from` the next run goes on. `--help` says all options.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Drill } from '../src/drill/drill.ts';
import { atOnce } from '../test/unit/bank/real-runs.ts';
import { openDrillRuns } from '../test/unit/drill/drill-runs.ts';
import { sampleOf } from '../test/unit/drill/sample.ts';
import { toMajor } from './lib/explain-program.mts';
import { majors } from './lib/versions.mts';

const help = `npm run verify:drill -- [options]
Runs generated programs on real Nodes; each must print what the model of src/drill says.

--node 24           one Node; all of them without it: ${majors.join(', ')}
--programs 20000    how many, each of which runs on each Node
--seed 1            other seeds are other programs
--from 0            goes on where the last run stopped, as its last line says
--minutes 60        stops after so long
--width 3           processes side by side
--busy              keeps all cores busy meanwhile
--warm              runs each as the product does, in a process of its own that waited

Two idle cores take about 45 minutes for 20,000 programs on all Nodes.`;

const { values } = parseArgs({
  options: {
    node: { type: 'string' },
    programs: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    minutes: { type: 'string', default: '60' },
    busy: { type: 'boolean', default: false },
    width: { type: 'string', default: '3' },
    warm: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(help);
  process.exit();
}
const until = Date.now() + Number(values.minutes) * 60_000;
const nodes = values.node === undefined ? majors : [toMajor(values.node)];
const total = Number(values.programs);

/** Programs that share a process. */
const together = values.warm ? 8 : 60;

const counts = { programs: 0, lines: 0, cjs: 0, mjs: 0, races: 0, aimed: 0, mismatches: 0 };
const byLevel: Record<string, number> = {};
const runs = await openDrillRuns(values.warm);
const busy = values.busy ? Array.from({ length: availableParallelism() + 1 }, burn) : [];
let next = Number(values.from);
let told = Date.now();
await atOnce(Number(values.width), chunks(), check);
for (const child of busy) child.kill();
await runs.remove();
console.log(`Node ${nodes.join(', ')}`, counts, byLevel);
console.log(next < total ? `go on with --from ${next} (of ${total})` : 'all of them ran');
process.exitCode = counts.mismatches > 0 ? 1 : 0;

function* chunks(): Generator<readonly Drill[]> {
  while (next < total && Date.now() < until) {
    const places = Array.from({ length: Math.min(together, total - next) }, (_, at) => next + at);
    next += places.length;
    yield places.flatMap((at) => sampleOf(Number(values.seed), at) ?? []);
  }
}

async function check(drills: readonly Drill[]): Promise<void> {
  for (const major of nodes) {
    const printed = await runs.printed(major, drills);
    drills.forEach((drill, at) => hold(drill, printed[at] ?? [], major));
  }
  for (const { kind, outputs, recipe } of drills) {
    counts.programs += 1;
    counts.lines += outputs[0]?.length ?? 0;
    counts[kind] += 1;
    if (recipe.race) counts.races += 1;
    if (recipe.aim) counts.aimed += 1;
    byLevel[`level ${recipe.level}`] = (byLevel[`level ${recipe.level}`] ?? 0) + 1;
  }
  if (Date.now() - told < 30_000) return;
  told = Date.now();
  console.log(`${counts.programs} programs, ${counts.mismatches} mismatches`);
}

function hold(
  { outputs, recipe, code, kind }: Drill,
  printed: readonly string[],
  major: string,
): void {
  const shown = printed.join(' | ');
  if (outputs.some((output) => output.join(' | ') === shown)) return;
  counts.mismatches += 1;
  const said = outputs.map((output) => output.join(' | ')).join('\n   or: ');
  const title = `✖ Node ${major}, ${kind}, ${JSON.stringify(recipe)}`;
  console.log(`${title}\n${code}\n  said: ${said}\n  came: ${shown}`);
}

function burn() {
  return spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });
}
