import type { Drill, Recipe } from '../../../src/drill/drill.ts';
import { drilledBeliefs } from '../../../src/drill/drilled-beliefs.ts';
import { makeDrill } from '../../../src/drill/make-drill.ts';
import type { Level } from '../../../src/drill/motif.ts';
import { derivedSeed } from '../../../src/drill/random.ts';

/**
 * One of a sample that takes the levels in turn; one in ten is aimed at a belief, one in twenty races.
 * Undefined where a level has no program for the aim.
 */
export function sampleOf(seed: number, at: number): Drill | undefined {
  const level = ((at % 4) + 1) as Level;
  const recipe: Recipe = { level, seed: derivedSeed(seed, at) };
  if (at % 20 === 7) return makeDrill({ ...recipe, race: true });
  const aim =
    at % 10 === 3 ? drilledBeliefs[Math.floor(at / 10) % drilledBeliefs.length] : undefined;
  return makeDrill(aim ? { ...recipe, level: 4, aim } : recipe);
}
