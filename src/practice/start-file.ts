import type { Problem } from '../bank/material.ts';

/** Columns that a line of the comment has at most, unless a word is longer: it is read beside a side bar. */
const width = 80;

/**
 * What a file begins with in which somebody solves the problem: the task as a comment, then the code.
 * @param title the first line of it: what the problem is called and how long it may take
 */
export function startFile({ task, start }: Pick<Problem, 'task' | 'start'>, title: string): string {
  let fenced = false;
  const lines = task.split('\n').flatMap((line) => {
    if (line.startsWith('```')) fenced = !fenced;
    return fenced ? [line] : wrapped(line);
  });
  const comment = [title, '', ...lines].map((line) => `// ${line}`.trimEnd());
  return `${comment.join('\n')}\n\n${start}`;
}

/** A paragraph or an item of a list, whose further lines are indented as its text. */
function wrapped(line: string): readonly string[] {
  const indent = ' '.repeat(/^\s*(?:- )?/.exec(line)?.[0].length ?? 0);
  const lines: string[] = [];
  let current = '';
  for (const word of line.trimEnd().split(/(?<=\S) /)) {
    if (current !== '' && current.length + word.length + 4 > width) {
      lines.push(current);
      current = indent + word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current];
}

/** Whether somebody has written something into it. */
export const isBegun = (text: string, { start }: Pick<Problem, 'start'>): boolean =>
  !text.replaceAll('\r\n', '\n').trim().endsWith(start.trim());
