// `npm run bench`: everything measured in one run. `--json` prints one object and nothing else;
// `--only runner,host` measures these parts; `--inputs REGEX` gives the host only some of its nasty
// inputs, and `--profile FILE` appends what it did while it stood still.
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packageExtension, stageExtension } from '../scripts/lib/extension.mts';
import { measureActivation } from './activation.ts';
import { measureClickToPaint } from './click-to-paint.ts';
import { measureDrill } from './drill.ts';
import { measureHostBlock } from './host-block.ts';
import { measureInThisFile } from './in-this-file.ts';
import { measureLog } from './log.ts';
import { measureStudy } from './study.ts';
import { measureOpenPages } from './open-pages.ts';
import { measurePacks } from './packs.ts';
import { measureRaces } from './races.ts';
import { measureRunner } from './runner.ts';
import { judged } from './targets.ts';
import { measureTimeline } from './timeline.ts';

const {
  values: { json, only, inputs, profile },
} = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    inputs: { type: 'string' },
    profile: { type: 'string' },
  },
});

const meanings: Record<string, string> = {
  firstOutputVsBareCjs: 'request to first output, against bare `node file` (CommonJS, Node 24)',
  firstOutputVsBareEsm: 'the same for an ES module',
  exitVsBareCjs: 'request to result, against the exit of bare `node file` (CommonJS)',
  savedFileVsBare: 'the same for a saved file that imports two others, where it is (ES module)',
  idleChildren: 'Nodes that wait for the next run',
  idleCpuMs: 'CPU time they take in two seconds, ms',
  raceShiftJudged:
    'odds of a race in the run that is judged, against bare runs: the largest shift of all races',
  raceShiftRecorded: 'the same for the run that is recorded, and explains',
  activationMs: 'activation, ms',
  emptyActivationMs: 'activation of an extension that does nothing, ms',
  activationAboveEmptyMs: 'activation above that of an extension that does nothing, ms',
  activationWorkAboveEmptyMs: 'the same in time that the thread works, on a busy machine too, ms',
  vsixBytes: 'the packaged extension, bytes',
  hostBundleBytes: 'what activation reads: the host bundle, bytes',
  timelineStepMs: 'a step through a timeline of 5,000 callbacks, ms',
  timelineStepP95Ms: 'the same, 95 of 100 steps are faster, ms',
  packLoadMs: 'reading and checking a pack of 10,000 questions, ms',
  packLoadGrowth: 'the same for each question, against a pack of 500 (1 is linear)',
  packUnchangedMs: 'the same again, unchanged, by the thread that has read it before, ms',
  packIndexMs: 'indexing it for the search, ms, in a thread of its own',
  packKeystrokeMs: 'a keystroke in the search over it, ms, in that thread',
  packKeystrokeGrowth: 'the same for each question, against a pack of 500',
  packMemoryMb: 'memory held by it and its index, MB',
  packMemoryGrowth: 'the same for each question, against a pack of 500',
  logLongestBlockMs:
    'longest stop while a log of 200,000 events is read, its snapshot written and taken over, ms',
  reviewsLongestBlockMs:
    'longest stop while a log of 100,000 reviews is read and its snapshot taken over, ms',
  progressLongestBlockMs: 'longest stop while the page of progress adds these up, ms',
  reviewsVsFixed: 'reviews in 100 days, against fixed intervals for the same recall',
  logSnapshotVsWhole: 'a start with a snapshot of it, against reading it all',
  drillMakeMs: 'making a program of the drill without its run, 95 of 100 are faster, ms',
  drillReadyMs:
    'a program that nothing was prepared for: made in its thread and run on a Node that waits, 95 of 100 are faster, ms',
  drillNextMs: 'the most telling one, which is prepared while one reads, ms',
  drillMismatches: 'of 200 programs, those whose run printed something else than the model says',
  drillLiveTopAfter5:
    'simulated learners in an adaptive drill as the product gives it, whose belief is the likeliest after 5 answers, share',
  drillLiveTopAfter10: 'the same after 10 answers',
  drillLiveNamed: 'the same, named to the user after 12 answers',
  drillLiveFalseNames: 'learners to whom a belief was named that they do not hold, share',
  drillLiveFalseNamesOffList: 'the same where the belief that they hold is not looked for',
  drillTopAfter5:
    'out of a pool of 300 programs: learners whose belief is the likeliest after 5 answers, share',
  drillTopAfter10: 'the same after 10 answers',
  drillNamed: 'the same, named to the user after 12 answers',
  drillFalseNames: 'learners to whom a belief was named that they do not hold, share',
  drillFalseNamesOffList: 'the same where the belief that they hold is not looked for',
  clickToPaintMs: 'click on a question to its painted answer, ms',
  progressOpenMs:
    'click to the painted page of progress, in a new tab, after half a year of study, ms',
  quizOpenMs: 'the same for the first card of a quiz, ms',
  hoverUnreadMs: 'first hover in a file of 5,000 lines that nobody has read yet, ms',
  hoverFirstMs: 'the same as in the editor: 300 ms after the file was opened, ms',
  hoverLaterMs: 'a later hover in it, ms',
  keyPressHostMs: 'work of the extension host after a key press in it, ms',
  hostLongestBlockMs:
    'longest time that the thread of the extension host works without a break, over nasty inputs, ms',
  inlineLongestBlockMs: 'the same while a run prints 10,000 lines beside code, ms',
};

void main();

async function main(): Promise<void> {
  const out = join(import.meta.dirname, '..', 'out');
  await mkdir(out, { recursive: true });
  const folder = await mkdtemp(join(out, 'bench-'));
  // What the scripts say of their progress must not stand between the lines of the result.
  if (json) console.log = console.error;
  try {
    const vsix = join(folder, 'loopwise.vsix');
    const staged = join(folder, 'extension');
    await mkdir(staged);
    await stageExtension(staged, { production: true });
    await packageExtension(vsix);
    const child = join(staged, 'dist', 'child');
    const parts: Readonly<Record<string, () => Promise<object>>> = {
      runner: () => measureRunner(child),
      races: () => measureRaces(child),
      activation: () => measureActivation(vsix, folder),
      sizes: async () => ({
        vsixBytes: (await stat(vsix)).size,
        hostBundleBytes: (await stat(join(staged, 'dist', 'extension.js'))).size,
      }),
      timeline: () => measureTimeline(),
      packs: () => measurePacks(),
      log: () => measureLog(),
      study: () => measureStudy(),
      inThisFile: () => measureInThisFile(vsix, folder),
      drill: () => measureDrill(staged),
      paint: async () => ({ clickToPaintMs: await measureClickToPaint(vsix) }),
      pages: () => measureOpenPages(vsix),
      host: () =>
        measureHostBlock(vsix, folder, {
          tell: tellInput,
          only: inputs,
          profile: profile && resolve(profile),
        }),
    };
    const wanted = only?.split(',') ?? Object.keys(parts);
    const unknown = wanted.filter((name) => !(name in parts));
    if (unknown.length > 0) {
      throw new Error(
        `There is no part ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}.`,
      );
    }
    const result = {};
    for (const name of wanted) {
      const measured = await parts[name]?.();
      Object.assign(result, measured);
      // What was measured is not lost with a part that fails later.
      if (!json && measured) report(measured);
    }
    if (json) report(result);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Which input it was that held the host up is no part of the result. */
function tellInput(input: string, ms: number, clockMs: number): void {
  const [worked, clock] = [ms, clockMs].map((time) => String(Math.round(time)).padStart(6));
  console.error(`  ${worked} ms, ${clock} by the clock  ${input}`);
}

function report(result: object): void {
  const rounded = Object.entries(result).map(
    ([key, value]) => [key, Math.round(Number(value) * 100) / 100] as const,
  );
  if (json) {
    process.stdout.write(`${JSON.stringify(Object.fromEntries(rounded))}\n`);
    return;
  }
  for (const [key, value] of rounded) {
    const name = key.padEnd(22);
    const target = judged(key, value).padEnd(13);
    console.log(`${name}${String(value).padStart(10)}  ${target}  ${meanings[key] ?? ''}`);
  }
}
