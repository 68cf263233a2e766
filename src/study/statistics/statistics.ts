import { createTurns } from '../../collections/in-slices.ts';
import type { CardId } from '../event.ts';
import type { Policy } from '../review/policy.ts';
import type { ReviewCard } from '../review/review-card.ts';
import type { Reviews } from '../review/review-projection.lazy.ts';
import { streakOf } from '../review/streak.ts';
import { createActivity, type Activity } from './activity.ts';
import { createDayNumbers } from './day-numbers.ts';
import { createForecast, type Forecast } from './forecast.ts';
import { createHardest, type HardCard } from './hardest.ts';
import { createMastery, type Mastery } from './mastery.ts';
import { createRetention, type Retention } from './retention.ts';

/** What the reviews that count say: what was taken back or reset is as if it had never been. */
export interface Statistics {
  /** The number of the day of study that they are of: see `numberOfDay`. */
  readonly today: number;
  /** Cards that were reviewed, those that the bank has no longer among them. */
  readonly cards: number;
  readonly activity: Activity;
  /** Days in a row: see `streakOf`. */
  readonly streak: number;
  readonly retention: Retention;
  readonly forecast: Forecast;
  /** In the order of the bank. */
  readonly mastery: readonly Mastery[];
  readonly hardest: readonly HardCard[];
}

export interface StatisticsSource {
  readonly reviews: Reviews;
  /** Those of the bank and of packs, in their order. What was reviewed and is gone counts as history alone. */
  readonly cards: ReadonlyMap<CardId, ReviewCard>;
  readonly policy: Policy;
  /** Those that are due now, as everything else that says so has them: see `ReviewQueue`. */
  readonly due: ReadonlySet<CardId>;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Adds all reviews up, and lets others have the thread every few milliseconds. */
export async function readStatistics(source: StatisticsSource): Promise<Statistics> {
  const { reviews, cards, policy, due, now } = source;
  const dayOf = createDayNumbers();
  const today = dayOf(now);
  const activity = createActivity();
  const retention = createRetention(today);
  const forecast = createForecast(policy, today, dayOf, due);
  const mastery = createMastery(now);
  const hardest = createHardest();
  const turns = createTurns();

  let count = 0;
  for (const id of reviews.cards()) {
    const turn = turns.next();
    if (turn) await turn;
    const history = reviews.history(id);
    count += 1;
    const on = history.map(({ at }) => dayOf(at));
    activity.add(history, on);
    retention.add(history, on);
  }
  for (const card of cards.values()) {
    const turn = turns.next();
    if (turn) await turn;
    const memory = reviews.memory(card.id);
    mastery.add(card, memory);
    if (!memory) continue;
    forecast.add(card, memory);
    hardest.add(card, reviews.history(card.id), memory);
  }

  const { days, ...rest } = activity.result();
  return {
    ...{ today, cards: count, activity: { days, ...rest }, streak: streakOf(days.keys(), today) },
    ...{ retention: retention.result(), forecast: forecast.result() },
    ...{ mastery: mastery.result(), hardest: hardest.result() },
  };
}
