import type { KeptInterview } from './interview-projection.ts';
import type { AnsweredItem } from './interviewed.ts';
import { readiness, type Readiness } from './readiness.ts';
import { byTopic, pointScore, scoresOf, type Scores, type TopicScores } from './scores.ts';

/** What an interview says, beside those before it. */
export interface Report {
  readonly interview: KeptInterview;
  /** Undefined when nothing was answered. */
  readonly scores: Scores | undefined;
  /** The weakest first; empty where there is one alone. */
  readonly topics: readonly TopicScores[];
  /** Items of which something was missed, or that one rated 1 or 2 oneself: the weakest first. */
  readonly review: readonly AnsweredItem[];
  /** The last ones of the same format and level before it, the newest first. */
  readonly earlier: readonly { readonly at: number; readonly scores: Scores }[];
  /** As it was when this interview was over. */
  readonly readiness: Readiness;
}

const mostEarlier = 5;

/** @param all the interviews of the log, the oldest first; those after this one are left out */
export function reportOf(interview: KeptInterview, all: readonly KeptInterview[]): Report {
  const { items, format, level } = interview;
  const until = all.slice(0, all.findIndex(({ id }) => id === interview.id) + 1);
  const topics = byTopic(items);
  const earlier = until
    .slice(0, -1)
    .filter((one) => one.format === format && one.level === level)
    .flatMap(({ at, items }) => {
      const scores = scoresOf(items);
      return scores ? [{ at, scores }] : [];
    });
  return {
    interview,
    scores: scoresOf(items),
    topics: topics.length > 1 ? topics : [],
    review: items.filter(isToReview).toSorted((one, other) => worst(one) - worst(other)),
    earlier: earlier.toReversed().slice(0, mostEarlier),
    readiness: readiness(until, level),
  };
}

/** The lower one of the own score and that of the key points. */
export const worst = ({ own, points }: AnsweredItem): number =>
  Math.min(own, pointScore(points) ?? own);

/** Whether an answer to it is right or wrong, and nothing is ticked. */
export const isJudged = ({ id }: Pick<AnsweredItem, 'id'>): boolean =>
  /^(check|snippet|drill):/.test(id);

export const missedPoints = ({ points }: AnsweredItem): readonly string[] =>
  points.filter(({ said }) => !said).map(({ text }) => text);

const isToReview = (item: AnsweredItem): boolean => item.own <= 2 || missedPoints(item).length > 0;

/** How the card was recalled, for its schedule: nothing that is to be reviewed was recalled well. */
export const reviewRating = (item: AnsweredItem): 'again' | 'hard' =>
  worst(item) < 2 ? 'again' : 'hard';
