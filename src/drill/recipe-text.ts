import type { BeliefId } from '../explain/beliefs.ts';
import { drilledBeliefs } from './drilled-beliefs.ts';
import { recipeVersion, type Recipe } from './drill.ts';
import type { Level } from './motif.ts';

/**
 * A recipe as the log and links have it: its version, level and seed, then its belief and `race` where
 * it has them, such as `2/3/4021/promises-before-ticks`.
 */
export function recipeText({ level, seed, aim, race }: Recipe): string {
  return [recipeVersion, level, seed, ...(aim ? [aim] : []), ...(race ? ['race'] : [])].join('/');
}

/** The level of a recipe, also of one that another version has made. */
export const levelOf = (recipe: string): Level => Number(recipe.split('/')[1]) as Level;

/** Its seed, which tells it from others of its level. */
export const seedOf = (recipe: string): number => Number(recipe.split('/')[2]);

/** Undefined for text that isn't a recipe, or is one of another version: it would make another program. */
export function parseRecipe(text: string): Recipe | undefined {
  const [, version, level, seed, aim, race] =
    /^(\d{1,4})\/([1-4])\/(\d{1,10})(?:\/(?!race$)([a-z-]+))?(\/race)?$/.exec(text) ?? [];
  if (Number(version) !== recipeVersion || Number(seed) >= 2 ** 32) return undefined;
  if (aim !== undefined && !isDrilled(aim)) return undefined;
  return {
    level: Number(level) as Level,
    seed: Number(seed),
    ...(aim !== undefined && { aim }),
    ...(race !== undefined && { race: true }),
  };
}

/**
 * A recipe as the last part of a link: seed, level and version, then its belief and `race` where it has them,
 * such as `4021-3-1-promises-before-ticks`.
 */
export function recipeLink({ level, seed, aim, race }: Recipe): string {
  return [seed, level, recipeVersion, ...(aim ? [aim] : []), ...(race ? ['race'] : [])].join('-');
}

/** The text of the recipe that a link names; for what is none a text that `parseRecipe` refuses. */
export function recipeOfLink(link: string): string {
  const [, seed, level, version, aim, race] =
    /^(\d{1,10})-([1-4])-(\d{1,4})(?:-(?!race$)([a-z-]+?))?(?:-(race))?$/.exec(link) ?? [];
  return [version, level, seed, aim, race].filter((part) => part !== undefined).join('/');
}

/** The level that a link names which another version has made; undefined for one of this version, or for none. */
export function levelOfOtherVersion(link: string): Level | undefined {
  const [version, level] = recipeOfLink(link).split('/').map(Number);
  if (version === undefined || level === undefined || version === recipeVersion) return undefined;
  return level as Level;
}

export const isDrilled = (id: string): id is BeliefId =>
  (drilledBeliefs as readonly string[]).includes(id);
