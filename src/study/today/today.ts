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
  /** The question that was begun last and is not done yet. */
  readonly begun: Question | undefined;
  /** Undefined when no day is set. */
  readonly interview: InterviewProgress | undefined;
}

/** What is done next, by one button. */
export type NextStep = 'review' | 'redo' | 'continue' | 'learn' | 'predict';

/**
 * In the order of what would be lost by waiting: memory first, then mistakes, then what was begun,
 * then what is new.
 */
export function nextStep({ due, redo, begun, fresh }: Omit<Today, 'interview'>): NextStep {
  if (due > 0) return 'review';
  if (redo > 0) return 'redo';
  if (begun) return 'continue';
  return fresh > 0 ? 'learn' : 'predict';
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
