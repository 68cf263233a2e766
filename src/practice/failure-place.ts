import { testsFile } from './protocol.ts';
import type { PracticeTest } from '../bank/practice-tests.ts';

/** A place in the code under test or in its tests; lines and columns count from 1. */
export interface CodePosition {
  readonly file: 'code' | 'tests';
  readonly line: number;
  readonly column: number;
}

const position = /^(?:[^\n]*?[/\\])?tests\.mjs:(\d+):(\d+)\)?$/;

/**
 * Where a failure is shown: the first place of the stack that the user's code or the tests have. A
 * helper of the tests is not it, if the test itself is further down.
 * @param code the address of the code under test, `file://…`
 * @param test the one that failed; undefined when none could run
 */
export function placeOf(
  stack: string,
  code: string,
  test: PracticeTest | undefined,
): CodePosition | undefined {
  const places = stack.split('\n').flatMap((line) => placeIn(line.trim(), code) ?? []);
  const [first] = places;
  if (first?.file !== 'tests' || !test) return first;
  const isInside = ({ file, line }: CodePosition): boolean =>
    file === 'tests' && line >= test.first && line <= test.last;
  return places.find(isInside) ?? first;
}

function placeIn(line: string, code: string): CodePosition | undefined {
  const at = line.indexOf(`${code}:`);
  if (at >= 0) {
    // A mistake of syntax has no column: `file:///all.mjs:3`.
    const [, row, column = '1'] = /^(\d+)(?::(\d+))?/.exec(line.slice(at + code.length + 1)) ?? [];
    return row === undefined
      ? undefined
      : { file: 'code', line: Number(row), column: Number(column) };
  }
  if (!line.includes(testsFile)) return undefined;
  const [, row, column] = position.exec(line) ?? [];
  return row === undefined || column === undefined
    ? undefined
    : { file: 'tests', line: Number(row), column: Number(column) };
}

/** The line, from 1, that exports something first: where a failure is shown that has no place of its own. */
export function exportLine(code: string): number {
  return code.split('\n').findIndex((line) => /^export\b/.test(line)) + 1 || 1;
}
