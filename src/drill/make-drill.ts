import type { BeliefId } from '../explain/beliefs.ts';
import { noBeliefs } from './belief-set.ts';
import { nominal } from './chance.ts';
import { canAim, compose, type Candidate } from './compose.ts';
import { doPartsMeet, endsApart } from './do-parts-meet.ts';
import type { Drill, Recipe } from './drill.ts';
import { beginnersBeliefs, drilledBeliefs } from './drilled-beliefs.ts';
import { explore } from './explore.ts';
import type { Level } from './motif.ts';
import { printProgram } from './print-program.ts';
import type { Program } from './program.ts';
import { orderOfOutputs } from './race-order.ts';
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
const mostCodeLines = 30;
/**
 * A program that fewer beliefs get wrong teaches little; `deeper` ones are not given up with the first lesson
 * on the event loop. What is hard about a race are its two outputs, so it may be easy besides.
 */
const fewestBeliefs: Readonly<Record<Level | 'easy', { all: number; deeper: number }>> = {
  1: { all: 2, deeper: 0 },
  2: { all: 2, deeper: 1 },
  3: { all: 4, deeper: 2 },
  4: { all: 5, deeper: 3 },
  easy: { all: 2, deeper: 0 },
};
/** Candidates until one is less choosy: with the contest of a race, and with how hard a program against a belief is. */
const patience = 150;
/** Candidates that are made for one recipe. */
const mostCandidates = 400;
/** Runs of the model in which all ways have to be followed. */
const mostRuns = 600;

/**
 * Makes the program of a recipe; some 10 ms of work. Undefined if there is none, as for an aim that
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
    const contest = derivedSeed(recipe.seed, mostCandidates);
    const wish = recipe.race && isChoosy ? { ...recipe, contest } : recipe;
    const drill = fit(compose(random, wish), recipe, isChoosy);
    if (drill) return drill;
  }
  return undefined;
}

/** The cheap questions first. */
function fit({ program, parts }: Candidate, recipe: Recipe, isChoosy: boolean): Drill | undefined {
  const said = runProgram(program, noBeliefs, nominal);
  if (said.fault !== undefined || !hasRightLength(said.lines, recipe.level)) return undefined;
  if (new Set(said.lines).size < said.lines.length) return undefined;
  if (hasIdleLines(program)) return undefined;
  const mayBeEasy = recipe.aim !== undefined && !isChoosy;
  if (recipe.level > 1 && !mayBeEasy && !doPartsMeet(parts, said.lines)) return undefined;
  // Some beliefs are about what happens last, such as the callback of a file; the end of a race is its question.
  const mayEndApart = recipe.aim !== undefined || recipe.race === true;
  if (!mayEndApart && endsApart(parts, said.lines)) return undefined;
  const code = printProgram(program);
  if (code.split('\n').filter((line) => line !== '').length > mostCodeLines) return undefined;
  const wanted = recipe.race ? 2 : 1;
  if (recipe.race && !isSeenToRace(program)) return undefined;
  const { outputs, isWhole } = explore(program, { outputs: wanted, runs: mostRuns });
  if (!isWhole || outputs.length !== wanted) return undefined;
  const believed = believedOutputs(program, said.lines);
  if (!isHardEnough(believed, mayBeEasy || recipe.race ? 'easy' : recipe.level)) return undefined;
  if (recipe.aim !== undefined && !believed.has(recipe.aim)) return undefined;
  const order = orderOfOutputs(outputs);
  return { recipe, program, kind: program.kind, code, outputs, order, believed };
}

/**
 * Whether both outputs turn up on a machine in use. A race that needs a stop of a tenth of a second, or
 * that only a version of Node.js decides by the number of polls a file takes, looks like none.
 */
function isSeenToRace(program: Program): boolean {
  return explore(program, { outputs: 2, runs: mostRuns, isUsual: true }).outputs.length === 2;
}

function isHardEnough(believed: ReadonlyMap<BeliefId, unknown>, as: Level | 'easy'): boolean {
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

/** What each belief predicts, where that is something else. */
function believedOutputs(
  program: Program,
  said: readonly string[],
): ReadonlyMap<BeliefId, readonly string[]> {
  const outputs = drilledBeliefs.map((id) => {
    const { lines } = runProgram(program, new Set([id]), nominal);
    return [id, lines] as const;
  });
  return new Map(outputs.filter(([, lines]) => lines.join('\n') !== said.join('\n')));
}
