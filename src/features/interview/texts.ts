import { l10n } from 'vscode';
import type { Format } from '../../study/interview/format.ts';
import type { Score } from '../../study/interview/interviewed.ts';

// What formats, scores and parts of an outline are called, wherever they are shown.

export const formatDetails = (): Readonly<Record<Format, string>> => ({
  screening: l10n.t('Many short questions, as in a first call'),
  assessment: l10n.t('Outputs to predict and quick checks, graded automatically'),
  deepDive: l10n.t('Few questions, each with follow-ups that go deeper'),
  coding: l10n.t('A practice problem, with hints one at a time'),
  design: l10n.t('A system to design, with an outline to fill in'),
  behavioural: l10n.t('Stories from your own work'),
});

/** How one's own answer is rated, before anything of the right one is shown. */
export const scoreTexts = (): Readonly<Record<Score, string>> => ({
  1: l10n.t('No answer, or a wrong one'),
  2: l10n.t('Important parts missing'),
  3: l10n.t('Right, with small gaps'),
  4: l10n.t('Complete and clear'),
});

/** The same for what is right or wrong. */
export const sureTexts = (): Readonly<Record<Score, string>> => ({
  1: l10n.t('A guess'),
  2: l10n.t('Not sure'),
  3: l10n.t('Fairly sure'),
  4: l10n.t('Certain'),
});

export interface OutlinePart {
  readonly title: string;
  readonly asks: string;
}

/** The parts of a design, in the order in which an interview goes through them. */
export const outlineParts = (): readonly OutlinePart[] => [
  {
    title: l10n.t('Requirements'),
    asks: l10n.t('Who uses it for what? What must never happen? What is left out?'),
  },
  {
    title: l10n.t('Numbers'),
    asks: l10n.t('Requests per second, size of the data, peak, latency that is good enough'),
  },
  { title: l10n.t('API'), asks: l10n.t('Endpoints or messages, with input, output and errors') },
  { title: l10n.t('Data'), asks: l10n.t('What is stored where, keys and indexes, consistency') },
  { title: l10n.t('Flow'), asks: l10n.t('The path of one request through all components') },
  { title: l10n.t('Failure'), asks: l10n.t('What fails, who notices, what happens then') },
  {
    title: l10n.t('Scale'),
    asks: l10n.t('What breaks first at ten times the load, and trade-offs'),
  },
];

/** What interviewers look at in live coding: see `questions/prepare/interview-formats.md`. */
export const codingPoints = (): readonly string[] => [
  l10n.t('Restated the task, and asked about edge cases'),
  l10n.t('Agreed on an example with input and output'),
  l10n.t('Wrote a simple solution first, and thought aloud'),
  l10n.t('Ran it, including the edge cases, and it is right'),
  l10n.t('Stated its cost in time and memory'),
];

/** Whether something is to be done in this format, rather than a question to be answered. */
export const hasTasks = ({ format }: { readonly format: Format }): boolean =>
  format === 'assessment' || format === 'coding' || format === 'design';

/** How many of what is asked has a rating. */
export interface Rated {
  readonly count: number;
  readonly of: number;
  /** See `hasTasks`. */
  readonly areTasks: boolean;
}

/** What becomes of an interview that is finished before its end. */
export function finishDetail({ count, of, areTasks }: Rated): string {
  if (count === 0) {
    return l10n.t("You haven't rated an answer yet, so there will be no report.");
  }
  return areTasks
    ? l10n.t(
        "The report will cover {0} of {1} tasks. You can't continue the interview afterward.",
        count,
        of,
      )
    : l10n.t(
        "The report will cover {0} of {1} questions. You can't continue the interview afterward.",
        count,
        of,
      );
}
