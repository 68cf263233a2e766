import type { Interviewed, Point } from './interviewed.ts';

/** 1 to 4 by what was said of the points; undefined where there are none to judge by. */
export function pointScore(points: readonly Point[]): number | undefined {
  if (points.length === 0) return undefined;
  return 1 + (3 * points.filter(({ said }) => said).length) / points.length;
}

/** The scores of an interview, or of a part of it; averages of what was answered. */
export interface Scores {
  readonly own: number;
  /** By the key points. */
  readonly points: number | undefined;
  /** How much higher one rates oneself than the key points do, over the items that have both. */
  readonly gap: number | undefined;
}

/** Undefined when nothing was answered. */
export function scoresOf(items: Interviewed['items']): Scores | undefined {
  if (items.length === 0) return undefined;
  const judged = items.flatMap((item) => {
    const points = pointScore(item.points);
    return points === undefined ? [] : [{ own: item.own, points }];
  });
  const points = average(judged.map((one) => one.points));
  return {
    own: average(items.map(({ own }) => own)) ?? 0,
    points,
    gap: average(judged.map((one) => one.own - one.points)),
  };
}

export interface TopicScores {
  readonly topic: string;
  readonly count: number;
  readonly scores: Scores;
}

/** By topic, the weakest first by its key points. */
export function byTopic(items: Interviewed['items']): readonly TopicScores[] {
  const topics = [...new Set(items.map(({ topic }) => topic))];
  return topics
    .flatMap((topic): TopicScores[] => {
      const own = items.filter((item) => item.topic === topic);
      const scores = scoresOf(own);
      return scores ? [{ topic, count: own.length, scores }] : [];
    })
    .toSorted((one, other) => lowest(one.scores) - lowest(other.scores));
}

const lowest = ({ own, points }: Scores): number => points ?? own;

export function average(numbers: readonly number[]): number | undefined {
  if (numbers.length === 0) return undefined;
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
