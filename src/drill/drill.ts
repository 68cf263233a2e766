import type { BeliefId } from '../explain/beliefs.ts';
import type { ModuleKind } from '../bank/model.ts';
import type { Order } from '../order/order.ts';
import type { Level } from './motif.ts';
import type { Program } from './program.ts';

/** What is remembered of a program: the same recipe makes the same one, with the same version. */
export interface Recipe {
  readonly level: Level;
  /** A whole number from 0 to 2 ** 32 - 1. */
  readonly seed: number;
  /** A belief that the program is to show to be wrong. */
  readonly aim?: BeliefId;
  /** Has two outputs, and which one a run shows is open. */
  readonly race?: true;
}

/**
 * What a product surface needs, in the order of use:
 *
 * - `makeDrill(recipe)`: the program, its `code` and `kind`, its possible outputs as an `order`
 * - `agreesWithRun(drill, lines)`: whether it may be shown, once it ran for real
 * - `judge` of `src/order` with `expect: drill.order` and the run: the verdict
 * - `explainingBeliefs(drill, prediction)`: the beliefs, or pairs of them, that print exactly this
 * - `learn(diagnosis, answer)`, from `newDiagnosis()`, and `namedBeliefs(diagnosis)`
 * - `nextDrill(diagnosis, level, seed)`: the next program, or `mostTelling` of several that are ready
 *
 * What is stored is the recipe, `recipeVersion` and the prediction: all else is made again from it.
 */

/** Changes whenever a recipe may make another program than before. */
export const recipeVersion = 9;

/** A program that is ready to be predicted, once a run has agreed with the model. */
export interface Drill {
  readonly recipe: Recipe;
  readonly program: Program;
  readonly kind: ModuleKind;
  /** What users see and what runs. */
  readonly code: string;
  /** What the model says that it prints; two outputs if it races, the first that of an idle machine. */
  readonly outputs: readonly (readonly string[])[];
  /** The same in the notation of expectations. */
  readonly order: Order;
  /** The beliefs that predict something else, each with what it predicts. */
  readonly believed: ReadonlyMap<BeliefId, readonly string[]>;
}
