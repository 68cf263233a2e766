import { isRecord } from '../../collections/is-record.ts';
import { isDrilled, parseRecipe } from '../../drill/recipe-text.ts';
import type { BeliefId } from '../../explain/beliefs.ts';
import { isLevel, type DrillLevel } from '../../study/drill/drill-run.ts';

/** Where a drill begins. */
export interface DrillStart {
  readonly level: DrillLevel | 'adaptive';
  /** Its first program. */
  readonly recipe?: string;
  /** Its first three programs show this belief to be wrong. */
  readonly against?: BeliefId;
}

/**
 * What the command was given, from a key binding, a link or another feature: `{ level: 3 }`,
 * `{ recipe: '1/3/4021' }`, `{ against: 'await-blocks', level: 2 }`, or nothing.
 * @returns undefined for a recipe that makes no program of this version
 */
export function readDrillArgument(argument: unknown): DrillStart | undefined {
  const { level, recipe, against } = isRecord(argument)
    ? argument
    : ({} as Record<string, unknown>);
  const chosen = isLevel(level) ? level : 'adaptive';
  if (recipe !== undefined) {
    const parsed = typeof recipe === 'string' ? parseRecipe(recipe) : undefined;
    return parsed && { level: parsed.level, recipe: recipe as string };
  }
  return {
    level: chosen,
    ...(typeof against === 'string' && isDrilled(against) && { against }),
  };
}
