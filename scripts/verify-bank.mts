// Runs every snippet of the bank many times on Node 20, 22, 24 and 26, idle and with every core kept
// busy, and holds each output against its expectation: `npm run verify`. When none fails, it writes
// questions/verified.json, which the pages quote. It also lists the orders that an expectation allows
// and that never came, for the snippet's author: maybe they cannot.
//   --race 150   runs of a snippet that has a race, idle and again under load, on each Node
//   --steady 15  the same for one that has a single order
//   --grep text  only snippets with this in their id; then nothing is written
//   --at-once 4  processes at a time
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Snippet } from '../src/bank/model.ts';
import { displayText } from '../src/order/line-text.ts';
import { createTally, neverSeen } from '../src/order/tally.ts';
import type { Tally } from '../src/order/tally.ts';
import { complaintAbout, expectationOn } from '../test/unit/bank/judge-run.ts';
import { realBank } from '../test/unit/bank/real-bank.ts';
import { atOnce, realNodes } from '../test/unit/bank/real-runs.ts';
import { capture, end, start } from './lib/processes.mjs';
import { inRoot } from './lib/paths.mjs';
import { contentOf } from './lib/verified.mjs';
import { ensureNodes } from './nodes.mjs';

const { values } = parseArgs({
  options: {
    race: { type: 'string', default: '150' },
    steady: { type: 'string', default: '15' },
    grep: { type: 'string', default: '' },
    'at-once': { type: 'string', default: String(Math.max(2, availableParallelism())) },
  },
});
const runs = { race: Number(values.race), steady: Number(values.steady) };

const { bank, mistakes } = await realBank();
if (mistakes.length > 0) throw new Error('The bank has mistakes: run the build to see them.');
const snippets = bank.snippets.filter(({ id }) => id.includes(values.grep));
const nodes = await realNodes();
const wrong = new Set<string>();
/** For each snippet, by the place of the expectation that holds on a Node. */
const tallies = new Map<Snippet, Map<unknown, Tally>>();

for (const load of ['idle', 'under load'] as const) {
  const stop = load === 'idle' ? undefined : keepBusy();
  for (const [index, snippet] of snippets.entries()) {
    await verify(snippet, load);
    console.log(`${load}: ${index + 1} of ${snippets.length}, ${snippet.id}`);
  }
  await stop?.();
}
await nodes.remove();
await report();

async function verify(snippet: Snippet, load: string): Promise<void> {
  const times = snippet.race === undefined ? runs.steady : runs.race;
  const tally = tallies.get(snippet) ?? new Map<unknown, Tally>();
  tallies.set(snippet, tally);
  const all = Array.from({ length: times }, () => nodes.majors).flat();
  await atOnce(Number(values['at-once']), all, async (major) => {
    const expect = expectationOn(snippet, major);
    const result = await nodes.run(major, snippet.kind, snippet.code);
    const complaint = complaintAbout(result, expect);
    if (complaint !== undefined)
      wrong.add(`${snippet.id}, ${load}, on Node ${major}: ${complaint}`);
    const counted = tally.get(expect) ?? createTally(expect);
    tally.set(expect, counted);
    counted.add({ lines: result.lines });
  });
}

/** One process for each core that never waits. */
function keepBusy(): () => Promise<unknown> {
  const busy = Array.from({ length: availableParallelism() }, () =>
    start(process.execPath, ['--eval', 'for (;;);']),
  );
  return () => Promise.all(busy.map(end));
}

async function report(): Promise<void> {
  for (const [{ id }, byExpectation] of tallies) {
    for (const [expect, tally] of byExpectation)
      reportUnseen(id, expect as Snippet['expect'], tally);
  }
  if (wrong.size > 0) {
    console.error(
      `\n${[...wrong].join('\n')}\n\n${wrong.size} outputs are outside their expectation.`,
    );
    process.exitCode = 1;
  } else if (values.grep === '') {
    await write();
  }
}

function reportUnseen(id: string, expect: Snippet['expect'], tally: Tally): void {
  const unseen = neverSeen(expect, tally.orders);
  if (unseen === undefined) console.log(`\n${id}: too many orders to list what never came.`);
  else if (unseen.length > 0) {
    console.log(`\n${id}: never came in ${tally.total} runs`);
    for (const lines of unseen)
      console.log(`  ${lines.map(displayText).join(' | ') || '(nothing)'}`);
  }
}

async function write(): Promise<void> {
  const paths = Object.values(await ensureNodes());
  const versions = await Promise.all(paths.map((path) => capture(path, ['--version'])));
  const file = {
    date: new Date().toISOString().slice(0, 10),
    nodes: versions.map(({ output }) => output.trim().replace(/^v/, '')),
    runs,
    snippets: Object.fromEntries(
      [...snippets].sort((a, b) => (a.id < b.id ? -1 : 1)).map((one) => [one.id, contentOf(one)]),
    ),
  };
  writeFileSync(inRoot('questions', 'verified.json'), `${JSON.stringify(file, null, 2)}\n`);
  console.log(`\nWritten to questions/verified.json: ${snippets.length} snippets.`);
}
