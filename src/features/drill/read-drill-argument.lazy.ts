import { isRecord } from '../../collections/is-record.ts';
import {
  isDrilled,
  levelOfOtherVersion,
  parseRecipe,
  recipeOfLink,
  recipeText,
} from '../../drill/recipe-text.ts';
import type { BeliefId } from '../../explain/beliefs.ts';
import { isLevel, type DrillLevel } from '../../study/drill/drill-run.ts';

/** Where a drill begins. */
export interface DrillStart {
  readonly level: DrillLevel | 'adaptive';
  /** Its first program. */
  readonly recipe?: string;
  /** Its first five programs show this belief to be wrong. */
  readonly against?: BeliefId;
  /** The first one is the smallest that does. */
  readonly smallest?: true;
  /** The first one shows the difference between two constructs. @see contrastName */
  readonly contrast?: string;
}

/**
 * What the command was given, from a key binding, a link or another feature: `{ level: 3 }`,
 * `{ link: '4021-3-1' }`, `{ against: 'await-blocks', level: 2 }`, or nothing.
 * @returns undefined for a link that names no program of this version
 */
export function readDrillArgument(argument: unknown): DrillStart | undefined {
  const { level, link, against } = isRecord(argument) ? argument : ({} as Record<string, unknown>);
  const chosen = isLevel(level) ? level : 'adaptive';
  if (link !== undefined) {
    const parsed = typeof link === 'string' ? parseRecipe(recipeOfLink(link)) : undefined;
    return parsed && { level: parsed.level, recipe: recipeText(parsed) };
  }
  return {
    level: chosen,
    ...(typeof against === 'string' && isDrilled(against) && { against }),
  };
}

/** The level of a link that another version made; undefined for what is none. */
export function levelOfOtherLink(argument: unknown): DrillLevel | undefined {
  const link = isRecord(argument) ? argument['link'] : undefined;
  return typeof link === 'string' ? levelOfOtherVersion(link) : undefined;
}
