import type { Item, Material } from '../../bank/material.ts';
import { planDays, type PlanDays, type PlanLists } from '../../study/plan/plan-days.ts';
import type { PlanTicks } from '../../study/plan/plan-projection.ts';
import { noonOf, numberOfDay } from '../../study/study-day.ts';
import { settings } from '../settings/settings.ts';
import type { ProgressService } from './services.ts';

/** The plan of study as it is at this moment. */
export interface PlanNow {
  readonly material: Material;
  readonly ticks: PlanTicks;
  /** Every item, in the order of the plan. */
  readonly items: readonly Item[];
  /** The number of this day of study, and of the interview's, if one is to come. */
  readonly today: number;
  readonly interview: number | undefined;
  /** Present where an interview is to come. */
  readonly dated: PlanDays<Item> | undefined;
  /** What to do next; undefined when today's items are ticked, or all of them. */
  readonly next: Item | undefined;
}

/** Undefined where there is no study material. */
export async function planNow(
  material: Material | undefined,
  progress: Pick<ProgressService, 'loadPlan'>,
): Promise<PlanNow | undefined> {
  const ticks = await progress.loadPlan();
  if (!material) return undefined;
  const { weeks, finalWeek, lastDays } = listsOf(material);
  const items = [...weeks, ...finalWeek, ...lastDays];
  const today = numberOfDay(Date.now());
  const date = settings.interviewDate();
  const interview = date === undefined ? undefined : numberOfDay(noonOf(date));
  const isToCome = interview !== undefined && interview >= today;
  const dated = isToCome
    ? planDays(
        { weeks, finalWeek, lastDays },
        { today, interview, capacity: settings.planMinutes() },
        ({ id }) => {
          const at = ticks.tickedAt(id);
          return at === undefined ? undefined : numberOfDay(at);
        },
      )
    : undefined;
  const ofToday = dated?.days.filter(({ day }) => day === today).flatMap((day) => day.items);
  const next = (ofToday ?? items).find(({ id }) => ticks.tickedAt(id) === undefined);
  return {
    ...{ material, ticks, items, today, dated, next },
    interview: isToCome ? interview : undefined,
  };
}

function listsOf({ plan, finalWeek }: Material): PlanLists<Item> {
  const { items, coding, design, star, lastDays } = finalWeek;
  return {
    weeks: plan.weeks.flatMap((week) => week.items),
    finalWeek: [...items, ...coding, ...design, ...star],
    lastDays,
  };
}
