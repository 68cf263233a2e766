// `npm run verify:explain`: what is said of the programs of test/fixtures/programs, held against many
// runs that are not recorded, half of them side by side so that the machine is busy. A pair that is
// called certain must never come the other way round. A pair that is called a race and has one
// order in all runs is listed, to be read: a race may be rare. No text may name what only Node knows.
//   npm run verify:explain -- [--node 24] [--runs 100] [--recorded 3] [--only timers/]
import { parseArgs } from 'node:util';
import { atOnce, realNodes } from '../test/unit/bank/real-runs.ts';
import { fixturePrograms, holdAgainstRuns } from '../test/unit/explain/bare-runs.ts';
import type { FixtureProgram } from '../test/unit/explain/bare-runs.ts';
import { unknownNames } from '../test/unit/explain/told-names.ts';
import type { OutputLine } from '../src/order/output.ts';
import type { Trace } from '../src/trace/model.ts';
import { toMajor } from './lib/explain-program.mts';
import type { Major } from './nodes.mts';

const { values } = parseArgs({
  options: {
    node: { type: 'string' },
    runs: { type: 'string', default: '100' },
    recorded: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
  },
});
const runs = Number(values.runs);
const recorded = Number(values.recorded);

/** Side by side: what two cores do easily, and what keeps them busy. */
const widths = { idle: 1, busy: 8 };

const nodes = await realNodes();
const majors = values.node === undefined ? nodes.majors : [toMajor(values.node)];
const programs = fixturePrograms().filter(({ name }) => name.startsWith(values.only));
const wrong: string[] = [];
const fixed: string[] = [];
const names: string[] = [];
let pairs = 0;
for (const major of majors) {
  for (const program of programs) await verify(program, major);
  console.log(`Node ${major}: ${programs.length} programs, ${pairs} pairs so far`);
}
await nodes.remove();
list('Called a race, with one order in all runs', fixed);
list('Called certain, and came the other way round', wrong);
list('Names that the author of the program cannot know', names);
process.exitCode = wrong.length + names.length > 0 ? 1 : 0;

async function verify({ name, kind, code }: FixtureProgram, major: Major): Promise<void> {
  const traces: Trace[] = [];
  for (let time = 0; time < recorded; time++) {
    const { trace } = await nodes.run(major, kind, code, undefined, true);
    if (trace) traces.push(trace);
  }
  const outputs: (readonly OutputLine[])[] = [];
  for (const width of [widths.idle, widths.busy]) {
    await atOnce(width, Array.from({ length: Math.ceil(runs / 2) }).keys(), async () => {
      const { lines } = await nodes.run(major, kind, code);
      outputs.push(lines);
    });
  }
  const held = holdAgainstRuns(traces, outputs);
  pairs += held.pairs;
  const where = (said: string) => `${name} on Node ${major}: ${said}`;
  names.push(...new Set(traces.flatMap((trace) => unknownNames(trace, code)).map(where)));
  wrong.push(...held.wrong.map(where));
  fixed.push(...held.fixed.map(where));
  for (const said of held.wrong) console.log(`✖ ${where(said)}`);
}

function list(title: string, said: readonly string[]): void {
  console.log(`${title}: ${said.length}`);
  for (const text of said) console.log(`  ${text}`);
}
