import type { BeliefId } from '../explain/beliefs.ts';
import type { ModuleKind } from '../bank/model.ts';
import type { Order } from '../order/order.ts';
import { beliefProgress, type BeliefProgress } from './belief-progress.ts';
import { contrastNamed, showsContrast } from './contrasts.ts';
import { learn, newDiagnosis, type Diagnosis } from './diagnosis.ts';
import type { Drill, Recipe } from './drill.ts';
import { explainingBeliefs } from './explaining-beliefs.ts';
import { shownOf, type Shown } from './freshness.ts';
import type { Trace } from '../trace/model.ts';
import { imaginedTrace } from './imagined-trace.ts';
import { longestWait } from './longest-wait.ts';
import { makeDrill } from './make-drill.ts';
import type { Level } from './motif.ts';
import { namedBeliefs } from './named-beliefs.ts';
import { nextDrill } from './next-drill.ts';
import { derivedSeed, randomFrom } from './random.ts';
import { levelOf, parseRecipe, recipeText } from './recipe-text.ts';

/** A program as it is handed from one thread to another. */
export interface DrillProgram {
  /** See `recipeText`. */
  readonly recipe: string;
  readonly level: Level;
  readonly kind: ModuleKind;
  readonly code: string;
  readonly outputs: readonly (readonly string[])[];
  readonly order: Order;
  /** The beliefs that predict something else, the one that it was made against first. */
  readonly catches: readonly BeliefId[];
}

/** An answer as the log has it. */
export interface RecordedAnswer {
  readonly recipe: string;
  readonly prediction: readonly string[];
  /** How much it counts, from 0 to 1: what was predicted long ago says little of today. */
  readonly weight: number;
}

/** What is asked of the thread that makes programs. */
export type DrillTask =
  /** Any program of a level, for somebody who waits for it: one that runs without a wait, if there is any. */
  | { readonly kind: 'any'; readonly level: Level; readonly seed: number }
  /** The one that tells the likeliest beliefs apart. */
  | {
      readonly kind: 'next';
      readonly level: Level;
      readonly seed: number;
      readonly answers: readonly RecordedAnswer[];
    }
  | { readonly kind: 'recipe'; readonly recipe: string }
  /** One that the belief gets wrong, of this level or the lowest one above that has any. */
  | {
      readonly kind: 'against';
      readonly belief: BeliefId;
      readonly level: Level;
      readonly seed: number;
    }
  /** A short one that shows the difference between two constructs. @see contrastName */
  | { readonly kind: 'contrast'; readonly contrast: string; readonly seed: number }
  /** The shortest of many that the belief gets wrong. */
  | { readonly kind: 'smallest'; readonly belief: BeliefId; readonly seed: number }
  /** What became of the beliefs that were told. @see beliefProgress */
  | {
      readonly kind: 'progress';
      readonly answers: readonly (Omit<RecordedAnswer, 'weight'> & { readonly at: number })[];
      readonly found: readonly (readonly [BeliefId, number])[];
      readonly now: number;
    }
  /** What the program would do if the belief were true. @see imaginedTrace */
  | { readonly kind: 'imagine'; readonly recipe: string; readonly belief: BeliefId }
  /** What an answer says, after those before it. */
  | {
      readonly kind: 'diagnose';
      readonly answers: readonly RecordedAnswer[];
      readonly recipe: string;
      readonly prediction: readonly string[];
    };

/** What an answer says of its author. */
export interface AnswerDiagnosis {
  /** The beliefs, or pairs of them, that predict exactly this; none for a right answer. */
  readonly explains: readonly (readonly BeliefId[])[];
  /** The beliefs that all answers fit so well that they may be named. */
  readonly named: readonly BeliefId[];
  /** What each belief predicts of the program, where that is something else than what it prints. */
  readonly believed: Readonly<Record<string, readonly string[]>>;
}

/** One program in so many has two outputs. */
const racesIn = 8;
/** Milliseconds that nobody minds, and how many programs are made to find one that waits no longer. */
const soonMs = 50;
const tries = 4;
/** Programs that the shortest one is chosen from. */
const candidates = 40;
/** Of those that show a difference so many do: they have to be found first. */
const enough = 6;
/** What is shown next is held against so many programs before it. */
const mostShown = 30;
/** Drills that are remembered. */
const mostDrills = 400;

/**
 * Does the work of the drill, with a memory of what it has made: it runs in a thread of its own, and
 * needs nothing of the program that asks.
 */
export function createDrillWork() {
  const drills = new Map<string, Drill | undefined>();
  /** Recipes of the programs that were chosen last. */
  let given: readonly string[] = [];
  let learned: { keys: readonly string[]; diagnosis: Diagnosis } | undefined;

  function drillOf(text: string): Drill | undefined {
    if (drills.has(text)) return drills.get(text);
    const recipe = parseRecipe(text);
    const drill = recipe && makeDrill(recipe);
    return remember(text, drill);
  }

  function remember(text: string, drill: Drill | undefined): Drill | undefined {
    drills.set(text, drill);
    const [oldest] = drills.keys();
    if (drills.size > mostDrills && oldest !== undefined) drills.delete(oldest);
    return drill;
  }

  /** Learns only what was added since the last time, where that is possible. */
  function diagnosisOf(answers: readonly RecordedAnswer[]): Diagnosis {
    const keys = answers.map(({ recipe, prediction }) => `${recipe}\n${prediction.join('\n')}`);
    const isPrefix = learned?.keys.every((key, at) => key === keys[at]) === true;
    const known = isPrefix && learned && learned.keys.length <= keys.length ? learned : undefined;
    let diagnosis = known?.diagnosis ?? newDiagnosis();
    for (const { recipe, prediction, weight } of answers.slice(known?.keys.length ?? 0)) {
      const drill = drillOf(recipe);
      // A race has more than one right answer, and nothing is told of who gives one of them.
      if (!drill || drill.recipe.race) continue;
      diagnosis = learn(diagnosis, { drill, prediction, weight });
    }
    learned = { keys, diagnosis };
    return diagnosis;
  }

  function any(level: Level, seed: number): Drill | undefined {
    const random = randomFrom(derivedSeed(seed, 2));
    const race = level > 1 && random.below(racesIn) === 0 && of({ level, seed, race: true });
    return race || soon(level, seed);
  }

  /** Nobody reads another program while this one runs. */
  function soon(level: Level, seed: number): Drill | undefined {
    for (let at = 0; at < tries; at++) {
      const drill = of({ level, seed: at === 0 ? seed : derivedSeed(seed, 2 + at) });
      if (drill && longestWait(drill.program) <= soonMs) return drill;
    }
    return of({ level, seed });
  }

  const of = (recipe: Recipe): Drill | undefined => drillOf(recipeText(recipe));

  function next(level: Level, seed: number, answers: readonly RecordedAnswer[]): Drill | undefined {
    if (level > 1 && randomFrom(seed).below(racesIn) === 0) {
      const race = of({ level, seed, race: true });
      if (race) return race;
    }
    const drill = nextDrill(diagnosisOf(answers), level, seed, shownBefore(answers));
    if (drill) given = [...given, recipeText(drill.recipe)].slice(-mostShown);
    return drill && remember(recipeText(drill.recipe), drill);
  }

  /** What was answered, and what is being read or waits. */
  function shownBefore(answers: readonly RecordedAnswer[]): readonly Shown[] {
    const answered = answers.slice(-mostShown).map(({ recipe }) => recipe);
    const recipes = [...answered.filter((one) => !given.includes(one)), ...given];
    return recipes.slice(-mostShown).flatMap((recipe) => {
      const drill = levelOf(recipe) === 4 ? drillOf(recipe) : undefined;
      return drill ? [shownOf(drill)] : [];
    });
  }

  function against(aim: BeliefId, lowest: Level, seed: number): Drill | undefined {
    for (const level of levelsFrom(lowest)) {
      const drill = of({ level, seed, aim });
      if (drill) return drill;
    }
    return undefined;
  }

  /** Fewer printed lines first, then fewer lines of code. */
  function smallest(aim: BeliefId, seed: number): Drill | undefined {
    for (const level of levelsFrom(1)) {
      const found = Array.from({ length: candidates }, (_, at) =>
        makeDrill({ level, seed: derivedSeed(seed, at), aim }),
      ).flatMap((drill) => drill ?? []);
      const [shortest] = found.toSorted((one, other) => sizeOf(one) - sizeOf(other));
      if (shortest) return remember(recipeText(shortest.recipe), shortest);
    }
    return undefined;
  }

  /** The shortest of those on the lowest level that has any. */
  function differing(name: string, seed: number): Drill | undefined {
    const contrast = contrastNamed(name);
    if (!contrast) return undefined;
    for (const level of levelsFrom(1)) {
      const found: Drill[] = [];
      for (let at = 0; at < candidates && found.length < enough; at++) {
        const drill = makeDrill({ level, seed: derivedSeed(seed, at), aim: contrast.belief });
        if (drill && showsContrast(drill, contrast)) found.push(drill);
        // Then it is rare on this level.
        if (at >= enough && found.length === 0) break;
      }
      const [shortest] = found.toSorted((one, other) => sizeOf(one) - sizeOf(other));
      if (shortest) return remember(recipeText(shortest.recipe), shortest);
    }
    return undefined;
  }

  function diagnose(
    answers: readonly RecordedAnswer[],
    recipe: string,
    prediction: readonly string[],
  ): AnswerDiagnosis {
    const drill = drillOf(recipe);
    if (!drill) return { explains: [], named: [], believed: {} };
    const after = diagnosisOf([...answers, { recipe, prediction, weight: 1 }]);
    return {
      explains: drill.recipe.race ? [] : explainingBeliefs(drill, prediction),
      named: namedBeliefs(after),
      believed: Object.fromEntries(drill.believed),
    };
  }

  return {
    answer(
      request: DrillTask,
    ): DrillProgram | AnswerDiagnosis | readonly BeliefProgress[] | Trace | undefined {
      switch (request.kind) {
        case 'any':
          return programOf(any(request.level, request.seed));
        case 'next':
          return programOf(next(request.level, request.seed, request.answers));
        case 'recipe':
          return programOf(drillOf(request.recipe));
        case 'against':
          return programOf(against(request.belief, request.level, request.seed));
        case 'contrast':
          return programOf(differing(request.contrast, request.seed));
        case 'smallest':
          return programOf(smallest(request.belief, request.seed));
        case 'progress': {
          const answers = request.answers.flatMap(({ recipe, prediction, at }) => {
            const drill = drillOf(recipe);
            return drill ? [{ drill, prediction, at }] : [];
          });
          return beliefProgress(answers, request.found, request.now);
        }
        case 'imagine': {
          const drill = drillOf(request.recipe);
          return drill?.believed.has(request.belief)
            ? imaginedTrace(drill.program, request.belief)
            : undefined;
        }
        case 'diagnose':
          return diagnose(request.answers, request.recipe, request.prediction);
      }
    },
  };
}

function programOf(drill: Drill | undefined): DrillProgram | undefined {
  if (!drill) return undefined;
  const { recipe, kind, code, outputs, order, believed } = drill;
  const { level, aim } = recipe;
  const catches = [...new Set([...(aim ? [aim] : []), ...believed.keys()])];
  return { recipe: recipeText(recipe), level, kind, code, outputs, order, catches };
}

const levelsFrom = (lowest: Level): readonly Level[] =>
  ([1, 2, 3, 4] as const).filter((level) => level >= lowest);

const sizeOf = ({ outputs, code }: Drill): number =>
  (outputs[0]?.length ?? 0) * 100 + code.split('\n').length;
