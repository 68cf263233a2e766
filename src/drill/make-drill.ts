import type { BeliefId } from '../explain/beliefs.ts';
import { noBeliefs } from './belief-set.ts';
import { nominal } from './chance.ts';
import { canAim, compose, type Candidate } from './compose.ts';
import { depthOf } from './depth.ts';
import { dullnessOf } from './dullness.ts';
import { recordRun } from './recorded-run.ts';
import { areTwoQueuesEnough } from './wrong-readers.ts';
import { doPartsMeet, endsApart } from './do-parts-meet.ts';
import type { Drill, Recipe } from './drill.ts';
import { beginnersBeliefs, drilledBeliefs } from './drilled-beliefs.ts';
import { explore } from './explore.ts';
import type { Level } from './motif.ts';
import { printProgram } from './print-program.ts';
import type { Program } from './program.ts';
import { orderOfOutputs } from './race-order.ts';
import { hasRaceShape } from './race-shape.ts';
import { derivedSeed, randomFrom } from './random.ts';
import { runProgram } from './run-program.ts';

/** How many lines a program prints, at least and at most. */
const printedLines: Readonly<Record<Level, readonly [number, number]>> = {
  1: [3, 5],
  2: [5, 7],
  3: [6, 9],
  4: [8, 12],
};

/** Longer programs are tiring to read; lines that are empty not counted. */
const mostCodeLines: Readonly<Record<Level, number>> = { 1: 30, 2: 30, 3: 30, 4: 28 };
/**
 * A program that fewer beliefs get wrong teaches little; `deeper` ones are not given up with the first lesson
 * on the event loop. What is hard about a race are its two outputs, so it may be easier besides.
 */
const fewestBeliefs = {
  1: { all: 2, deeper: 0 },
  2: { all: 2, deeper: 1 },
  3: { all: 4, deeper: 2 },
  4: { all: 5, deeper: 3 },
  race: { all: 4, deeper: 3 },
  easy: { all: 2, deeper: 0 },
} as const satisfies Record<string, { all: number; deeper: number }>;
/** On level 4 something is scheduled by what was scheduled: it is harder than level 3, not only longer. */
const leastDepth: Readonly<Record<Level, number>> = { 1: 0, 2: 0, 3: 0, 4: 2 };
/** What one statement starts is a puzzle of its own only with something beside it. */
const leastStatements: Readonly<Record<Level, number>> = { 1: 1, 2: 1, 3: 1, 4: 2 };
/** Candidates until another motif leads, and until one is less choosy with how hard a program against a belief is. */
const patience = 150;
/** Candidates until the leading motif gets others beside it. */
const company = 15;
/** Candidates that are made for one recipe. */
const mostCandidates = 600;
/** Runs of the model in which all ways have to be followed. */
const mostRuns = 600;

/**
 * Makes the program of a recipe; some 10 ms of work, 25 on level 4. Undefined if there is none, as for an aim that
 * a low level has no constructs for.
 *
 * What the model says of it is a proposal: before anybody sees the program, it has to run for real,
 * and the run has to agree (`agreesWithRun`).
 */
export function makeDrill(recipe: Recipe): Drill | undefined {
  if (recipe.aim !== undefined && !canAim(recipe.level, recipe.aim)) return undefined;
  for (let candidate = 0; candidate < mostCandidates; candidate++) {
    const random = randomFrom(derivedSeed(recipe.seed, candidate));
    const isChoosy = candidate < patience;
    const plan = derivedSeed(recipe.seed, mostCandidates + Math.floor(candidate / patience));
    const beside = derivedSeed(plan, Math.floor(candidate / company));
    const drill = fit(compose(random, { ...recipe, plan, beside }), recipe, isChoosy);
    if (drill) return drill;
  }
  return undefined;
}

/** The cheap questions first. */
function fit(candidate: Candidate, recipe: Recipe, isChoosy: boolean): Drill | undefined {
  const { program } = candidate;
  const said = runProgram(program, noBeliefs, nominal);
  if (said.fault !== undefined || !hasRightLength(said.lines, recipe.level)) return undefined;
  if (new Set(said.lines).size < said.lines.length) return undefined;
  if (hasIdleLines(program)) return undefined;
  if (program.body.length < leastStatements[recipe.level]) return undefined;
  if (depthOf(program) < leastDepth[recipe.level]) return undefined;
  const mayBeEasy = recipe.aim !== undefined && !isChoosy;
  const parts = candidate.parts();
  const mayBeApart = recipe.level === 1 || mayBeEasy || candidate.leadsLast;
  if (!mayBeApart && !doPartsMeet(parts, said.lines)) return undefined;
  // Some beliefs are about what happens last, such as the callback of a file; the end of a race is its question.
  const mayEndApart = recipe.aim !== undefined || recipe.race === true || candidate.leadsLast;
  if (!mayEndApart && endsApart(parts, said.lines)) return undefined;
  const mayBeDull = recipe.level < 4 || mayBeEasy;
  const isAbout = { races: recipe.race === true, leadsAgainst: candidate.leadsAgainst };
  if (!mayBeDull && dullnessOf(program, isAbout)) return undefined;
  const code = printProgram(program);
  if (code.split('\n').filter((line) => line !== '').length > mostCodeLines[recipe.level])
    return undefined;
  const isWrong = (id: BeliefId): boolean =>
    predictionOf(program, id).join('\n') !== said.lines.join('\n');
  if (recipe.aim !== undefined && !isWrong(recipe.aim)) return undefined;
  // An ES module has another order there, which a beginner need not know of.
  if (recipe.level === 1 && recipe.aim === undefined && isWrong('ticks-always-first')) {
    return undefined;
  }
  if (recipe.race && !isSeenToRace(program)) return undefined;
  const wanted = recipe.race ? 2 : 1;
  const { outputs, isWhole } = explore(program, { outputs: wanted, runs: mostRuns });
  if (!isWhole || outputs.length !== wanted) return undefined;
  if (recipe.race && !mayBeDull) {
    if (!hasRaceShape(outputs) || areTwoQueuesEnough(recordRun(program), outputs)) return undefined;
  }
  const believed = believedOutputs(program, outputs);
  if (!isHardEnough(believed, mayBeEasy ? 'easy' : hardnessOf(recipe))) return undefined;
  if (recipe.aim !== undefined && !believed.has(recipe.aim)) return undefined;
  const order = orderOfOutputs(outputs);
  return { recipe, program, kind: program.kind, code, outputs, order, believed };
}

/**
 * Whether both outputs turn up on a machine in use, on each version of Node.js. A race that needs a stop of a
 * tenth of a second, or that only some versions leave open, looks like none.
 */
export function isSeenToRace(program: Program): boolean {
  const starts = program.kind === 'mjs' ? [false, true] : [false];
  return starts.every((startsInPoll) => {
    const limits = { outputs: 2, runs: mostRuns, isUsual: true, startsInPoll };
    return explore(program, limits).outputs.length === 2;
  });
}

const hardnessOf = ({ level, race }: Recipe): keyof typeof fewestBeliefs => {
  if (!race) return level;
  return level === 4 ? 'race' : 'easy';
};

function isHardEnough(
  believed: ReadonlyMap<BeliefId, unknown>,
  as: keyof typeof fewestBeliefs,
): boolean {
  const { all, deeper } = fewestBeliefs[as];
  const isDeeper = (id: BeliefId): boolean => !beginnersBeliefs.has(id);
  return believed.size >= all && [...believed.keys()].filter(isDeeper).length >= deeper;
}

/** Two lines that the script prints one right after the other ask nothing. */
function hasIdleLines({ body }: Program): boolean {
  return body.some((one, at) => one.do === 'print' && body[at + 1]?.do === 'print');
}

function hasRightLength({ length }: readonly string[], level: Level): boolean {
  const [least, most] = printedLines[level];
  return length >= least && length <= most;
}

/** What each belief predicts, where that is something that the program never prints. */
function believedOutputs(
  program: Program,
  outputs: readonly (readonly string[])[],
): ReadonlyMap<BeliefId, readonly string[]> {
  const real = new Set(outputs.map((lines) => lines.join('\n')));
  const predicted = drilledBeliefs.map((id) => [id, predictionOf(program, id)] as const);
  return new Map(predicted.filter(([, lines]) => !real.has(lines.join('\n'))));
}

const predictionOf = (program: Program, belief: BeliefId): readonly string[] =>
  runProgram(program, new Set([belief]), nominal).lines;
