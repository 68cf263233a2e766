import assert from 'node:assert/strict';

/**
 * What somebody hands in instead of the solution: what they write in place of parts of it, or all of
 * their code.
 */
export type WrongSolution = string | readonly (readonly [part: string, instead: string])[];

/** By what is wrong. */
export type WrongSolutions = Readonly<Record<string, WrongSolution>>;

/** @throws AssertionError when the solution doesn't have such a part any more */
export function codeOf(wrong: WrongSolution, solution: string): string {
  if (typeof wrong === 'string') return wrong;
  return wrong.reduce((code, [part, instead]) => {
    assert.ok(code.includes(part), `the solution has no ${part}`);
    return code.replaceAll(part, () => instead);
  }, solution);
}
