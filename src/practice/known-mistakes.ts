import type { KnownMistake } from '../bank/material.ts';
import type { Outcome } from './outcomes.ts';

/**
 * What is known of code that behaves like this: solutions with exactly these failing tests that people
 * hand in, and code that passes all tests in a way that an interviewer would not accept.
 */
export function recognized(
  mistakes: readonly KnownMistake[],
  outcomes: ReadonlyMap<string, Outcome>,
  code: string,
): readonly KnownMistake[] {
  const all = [...outcomes];
  const isJudged = all.every(
    ([, { kind }]) => kind !== 'notRun' && kind !== 'stopped' && kind !== 'exited',
  );
  if (!isJudged) return [];
  const failed = all.filter(([, { kind }]) => kind !== 'passed').map(([name]) => name);
  return mistakes.filter((mistake) =>
    'fails' in mistake
      ? mistake.fails.length === failed.length &&
        failed.every((name) => mistake.fails.includes(name))
      : failed.length === 0 && new RegExp(mistake.uses).test(withoutComments(code)),
  );
}

/** Good enough for a search: a comment that names what is not used is nothing to complain about. */
const withoutComments = (code: string): string =>
  code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
