import type { Problem } from './material.ts';

/** A test of a problem. */
export interface PracticeTest {
  readonly name: string;
  /** Its code is not shown: only what it is called, and how it failed. */
  readonly hidden: boolean;
  /** Lines of `tests.mjs` from the first to the last, both counted from 1. */
  readonly first: number;
  readonly last: number;
}

/** How tests begin in `tests.mjs`; docs/authoring.md asks for it. */
const opening = /^ {2}it\((['"])(.+?)\1,/;

/** The names of all tests of `tests.mjs`, in order. */
export const testNames = (tests: string): readonly string[] =>
  tests.split('\n').flatMap((line) => opening.exec(line)?.[2] ?? []);

/** The tests of a problem in their order: those that are visible, then the hidden ones. */
export function testsOf({ tests, visible }: Pick<Problem, 'tests' | 'visible'>): PracticeTest[] {
  const lines = tests.split('\n');
  const starts = lines.flatMap((line, at) => (opening.test(line) ? [at] : []));
  const names = testNames(tests);
  return starts.map((at, index) => {
    const next = starts[index + 1] ?? lines.findLastIndex((line) => line.startsWith('})'));
    const last = lines.slice(0, next).findLastIndex((line) => line.trim() !== '');
    return { name: names[index] ?? '', hidden: index >= visible, first: at + 1, last: last + 1 };
  });
}

/**
 * `tests.mjs` without its hidden tests. The lines of what is left are where they were.
 * @param note a comment in place of them
 */
export function shownTests(problem: Pick<Problem, 'tests' | 'visible'>, note: string): string {
  const hidden = testsOf(problem).find((one) => one.hidden);
  if (!hidden) return problem.tests;
  const kept = problem.tests.split('\n').slice(0, hidden.first - 1);
  return [...kept, `  // ${note}`, '});', ''].join('\n');
}
