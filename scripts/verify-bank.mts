// Runs the snippets of the bank and of the packs many times on Node 20, 22, 24 and 26, idle and with every
// core kept busy, and holds each output against its expectation: `npm run verify`. Then it runs the programs
// in the answers once on each Node. It takes those that are new
// or have changed since they were last verified, and every one when the Nodes are others; whatever
// passes is written to questions/verified.json right away, which the pages quote, so that a run that
// is stopped can be continued. The tests run what is verified on one Node, once. It also lists the orders that
// an expectation allows and that were never seen, for the snippet's author: maybe they are impossible.
// At the end it lists the pages that say what the newest version is, and that nobody has checked for half a year.
//   --all        also those that are verified already
//   --race 60    runs of a snippet that has a race, idle and again under load, on each Node
//   --steady 6   the same for one that has a single order
//   --grep text  only snippets with this in their id, and examples with it in their page's path
//   --at-once 4  processes at a time
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Snippet } from '../src/bank/model.ts';
import { displayText } from '../src/order/line-text.ts';
import { createTally, neverSeen, type Tally } from '../src/order/tally.ts';
import { complaintAbout, expectationOn } from '../test/unit/bank/judge-run.ts';
import { realBank, realPacks, realSnippets } from '../test/unit/bank/real-bank.ts';
import {
  complaintAboutExample,
  realExamples,
  type Example,
} from '../test/unit/bank/real-examples.ts';
import { atOnce, realNodes } from '../test/unit/bank/real-runs.ts';
import { staleClaims } from './lib/newest-claims.mts';
import { inRoot } from './lib/paths.mts';
import { capture, end, start } from './lib/processes.mts';
import { isVerified, readVerified, withExample, withVerified } from './lib/verified.mts';
import { reportOf } from './lib/verify-report.mts';
import { ensureNodes } from './nodes.mts';
import type { VerifiedFile } from './lib/verified.mts';

const { values } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    race: { type: 'string', default: '60' },
    steady: { type: 'string', default: '6' },
    grep: { type: 'string', default: '' },
    'at-once': { type: 'string', default: String(Math.max(2, availableParallelism())) },
  },
});
const runs = { race: Number(values.race), steady: Number(values.steady) };

const { mistakes } = await realBank();
const packs = await realPacks();
if ([mistakes, ...packs.map((one) => one.mistakes)].flat().length > 0) {
  throw new Error('The bank or a pack has mistakes: run the build to see them.');
}
const all = await realSnippets();
const examples = realExamples();
const marks = new Set(examples.map(({ content }) => content));
const verifiedFile = inRoot('questions', 'verified.json');
let known = await knownFile();
const snippets = all
  .filter(({ id }) => id.includes(values.grep))
  .filter((snippet) => values.all || !isVerified(known, snippet));
const nodes = await realNodes();
const wrong = new Set<string>();
/** For each snippet, by what is expected on a Node */
const tallies = new Map(snippets.map((snippet) => [snippet, new Map<Snippet['expect'], Tally>()]));

for (const [index, snippet] of snippets.entries()) {
  const before = wrong.size;
  await verify(snippet, 'idle');
  const stop = keepBusy();
  await verify(snippet, 'under load');
  await stop();
  if (wrong.size === before) write(snippet);
  const sign = wrong.size === before ? '✔' : '✖';
  console.log(`${sign} ${index + 1} of ${snippets.length}, ${snippet.id}`);
}
for (const example of examples) {
  if (!example.name.includes(values.grep)) continue;
  if (!values.all && known.examples.includes(example.content)) continue;
  const before = wrong.size;
  await verifyExample(example);
  if (wrong.size === before) save(withExample(known, marks, example.content));
  console.log(`${wrong.size === before ? '✔' : '✖'} ${example.name}`);
}
await nodes.remove();
report();
listStaleClaims();

/** What is verified so far: nothing where the Nodes are others, or where it was run less often. */
async function knownFile() {
  const paths = Object.values(await ensureNodes());
  const versions = await Promise.all(paths.map((path) => capture(path, ['--version'])));
  const now = versions.map(({ output }) => output.trim().replace(/^v/, ''));
  const before = await readVerified(verifiedFile);
  const same = before && before.nodes.join() === now.join();
  const enough = before && before.runs.race <= runs.race && before.runs.steady <= runs.steady;
  return same && enough ? before : { nodes: now, runs, snippets: {}, examples: [] };
}

function write(snippet: Snippet) {
  save(withVerified(known, all, snippet, new Date().toISOString().slice(0, 10)));
}

function save(file: VerifiedFile) {
  known = file;
  writeFileSync(verifiedFile, `${JSON.stringify(known, null, 2)}\n`);
}

async function verifyExample(example: Example) {
  await atOnce(Number(values['at-once']), nodes.majors, async (major) => {
    const complaint = await complaintAboutExample(example, nodes, major);
    if (complaint !== undefined) wrong.add(`${example.name}: ${complaint}`);
  });
}

async function verify(snippet: Snippet, state: string) {
  const times = snippet.race === undefined ? runs.steady : runs.race;
  const turns = Array.from({ length: times }, () => nodes.majors).flat();
  await atOnce(Number(values['at-once']), turns, async (major) => {
    const expect = expectationOn(snippet, major);
    const result = await nodes.run(major, snippet.kind, snippet.code);
    const complaint = complaintAbout(result, expect);
    if (complaint !== undefined) {
      wrong.add(`${snippet.id}, ${state}, on Node ${major}: ${complaint}`);
    }
    const byExpectation = tallies.get(snippet);
    const tally = byExpectation?.get(expect) ?? createTally(expect);
    byExpectation?.set(expect, tally);
    tally.add({ lines: result.lines });
  });
}

/** One process for each core that never waits. */
function keepBusy() {
  const busy = Array.from({ length: availableParallelism() }, () =>
    start(process.execPath, ['--eval', 'for (;;);']),
  );
  return () => Promise.all(busy.map(end));
}

function report() {
  const seen = [...tallies].flatMap(([{ id }, byExpectation]) =>
    [...byExpectation].map(([expect, tally]) => ({
      id,
      total: tally.total,
      unseen: neverSeen(expect, tally.orders)?.map((lines) => lines.map(displayText)),
    })),
  );
  for (const line of reportOf(seen, wrong)) console.log(line);
  if (wrong.size > 0) process.exitCode = 1;
  const verified = all.filter((one) => isVerified(known, one)).length;
  const right = examples.filter(({ content }) => known.examples.includes(content)).length;
  console.log(`\n${verified} of ${all.length} snippets are verified.`);
  console.log(`${right} of ${examples.length} programs in answers are verified.`);
}

/** A list and no failure: that time goes by breaks nothing, but somebody should look again. */
function listStaleClaims() {
  const pages = ['questions', 'packs', 'material', 'docs'].flatMap((folder) =>
    readdirSync(inRoot(folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file}`)
      .filter((file) => /\.(md|yml)$/.test(file)),
  );
  const stale = [...pages, 'README.md']
    .sort()
    .flatMap((page) =>
      staleClaims(readFileSync(inRoot(page), 'utf8'), new Date()).map(
        ({ line, checked, days }) => `${page}:${line}: checked ${checked}, ${days} days ago`,
      ),
    );
  if (stale.length > 0) console.log(['', 'Look again what is the newest:', ...stale].join('\n'));
}
