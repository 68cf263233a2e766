import type { Item } from '../../bank/material.ts';
import type { Question } from '../../bank/model.ts';
import type { Progress } from '../progress.ts';
import type { InterviewProgress } from '../review/interview-progress.ts';

/** What can be done today. */
export interface Today {
  /** Cards that are due, and new ones. */
  readonly due: number;
  /** What went wrong before today. */
  readonly redo: number;
  readonly fresh: number;
  /** The next item of the plan of study; undefined when today's are ticked, or all of them. */
  readonly planned: Item | undefined;
  /** The question that was begun last and is not done yet. */
  readonly begun: Question | undefined;
  /** Undefined when no day is set. */
  readonly interview: InterviewProgress | undefined;
}

/** What is done next, by one button. */
export type NextStep = 'review' | 'redo' | 'continue' | 'learn' | 'plan' | 'predict';

/**
 * In the order of what would be lost by waiting: memory first, then mistakes, then what was begun,
 * then what is new, then the plan: it has what takes longer.
 */
export function nextStep({ due, redo, begun, fresh, planned }: Omit<Today, 'interview'>): NextStep {
  if (due > 0) return 'review';
  if (redo > 0) return 'redo';
  if (begun) return 'continue';
  if (fresh > 0) return 'learn';
  return planned ? 'plan' : 'predict';
}

/** The question that was begun last, of those that are not done. */
export function lastBegun(
  questions: Iterable<Question>,
  progress: Pick<Progress, 'question' | 'lastSeen'>,
): Question | undefined {
  let last: Question | undefined;
  for (const question of questions) {
    if (progress.question(question) !== 'started') continue;
    if (!last || progress.lastSeen(question.id) > progress.lastSeen(last.id)) last = question;
  }
  return last;
}
