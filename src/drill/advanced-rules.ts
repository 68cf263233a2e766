import type { BeliefId } from '../explain/beliefs.ts';
import { nominal } from './chance.ts';
import { headlinesOf } from './idle-headlines.ts';
import type { Program } from './program.ts';
import { runProgram } from './run-program.ts';
import { statementsIn } from './walk-program.ts';

/**
 * Who holds one of these has no more than the usual picture of the loop: the script, then the ticks, then the
 * microtasks as they were queued, each link and each `await` one of them, then the timers, then the immediates.
 */
const ofUsualPicture = [
  'ticks-always-first',
  'tick-before-each-job',
  'returning-a-promise-is-free',
  'thenable-is-free',
  'link-without-handler-is-free',
  'finally-takes-one',
  'all-is-free',
  'race-waits-for-all',
  'timer-before-immediate',
  'immediates-chain-in-one-phase',
] as const satisfies readonly BeliefId[];

/** A rule that is not part of the usual picture, by the belief that it contradicts, or by the construct it is about. */
export type AdvancedRule = (typeof ofUsualPicture)[number] | 'an await of a call';

export const isAdvanced = (belief: BeliefId): boolean =>
  (ofUsualPicture as readonly BeliefId[]).includes(belief);

/**
 * The rules beyond the usual picture without each of which a program is solved wrong. A rule counts once, however often
 * the program asks for it, and so do two whose believers predict the same.
 *
 * @param outputs of the program, more than one for a race
 */
export function advancedRulesIn(
  program: Program,
  outputs: readonly (readonly string[])[],
): readonly AdvancedRule[] {
  const real = outputs.map((lines) => lines.join('\n'));
  const predicted = new Set(real);
  const rules: AdvancedRule[] = ofUsualPicture.filter((id) => {
    const said = runProgram(program, new Set([id]), nominal).lines.join('\n');
    const isNew = !predicted.has(said);
    predicted.add(said);
    return isNew;
  });
  return asksForLengthOfCall(program, real) ? [...rules, 'an await of a call'] : rules;
}

/** How long an async function takes that is awaited. */
function asksForLengthOfCall(program: Program, real: readonly string[]): boolean {
  const awaitsCall = [...statementsIn(program)].some(
    (one) => one.do === 'await' && one.value.is === 'call',
  );
  if (!awaitsCall) return false;
  const isCall = ({ headline }: { readonly headline: string }) => headline === 'an await of a call';
  return headlinesOf(program)
    .filter(isCall)
    .some(({ variants }) => variants.some((variant) => !real.includes(variant().join('\n'))));
}
