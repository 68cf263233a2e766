import * as vscode from 'vscode';
import type { Item } from '../../bank/material.ts';
import type { PlanDay } from '../../study/plan/plan-days.ts';
import type { PlanNow } from '../services/plan-now.ts';

/** A week, a day, or what belongs to none. */
export interface PlanGroup {
  readonly id: string;
  readonly label: string;
  /** Beside how many items are ticked. */
  readonly about: string;
  readonly tooltip: string;
  readonly items: readonly Item[];
  readonly isOpen: boolean;
}

/** The plan as weeks, or as days where an interview is to come. */
export function groupsOf(now: PlanNow): readonly PlanGroup[] {
  return now.dated ? dayGroups(now) : weekGroups(now);
}

function weekGroups({ material, next }: PlanNow): readonly PlanGroup[] {
  const { items, coding, design, star, lastDays } = material.finalWeek;
  const groups = [
    ...material.plan.weeks.map(({ title, goal, items: ofWeek }, index) => ({
      id: `week:${index + 1}`,
      label: vscode.l10n.t('Week {0}', index + 1),
      ...{ about: title, tooltip: goal, items: ofWeek },
    })),
    {
      id: 'finalWeek',
      label: vscode.l10n.t('Final Week'),
      about: vscode.l10n.t('aloud and by hand'),
      tooltip: vscode.l10n.t('Nothing new to learn: say and write what you know.'),
      items: [...items, ...coding, ...design, ...star],
    },
    {
      id: 'lastDays',
      label: vscode.l10n.t('Last Two Days'),
      about: vscode.l10n.t('review only'),
      tooltip: reviewOnly(),
      items: lastDays,
    },
  ];
  return groups.map((group) => ({
    ...group,
    isOpen: next !== undefined && group.items.includes(next),
  }));
}

function dayGroups({ dated, today }: PlanNow): readonly PlanGroup[] {
  if (!dated) return [];
  const { days, left, done } = dated;
  const others = [
    {
      id: 'left',
      label: vscode.l10n.t('Not Planned'),
      about: vscode.l10n.t('set another date, or leave them'),
      tooltip: vscode.l10n.t('There are no days left for these before the interview.'),
      ...{ items: left, isOpen: false },
    },
    {
      id: 'done',
      label: vscode.l10n.t('Done Before Today'),
      ...{ about: '', tooltip: '', items: done, isOpen: false },
    },
  ];
  return [
    ...days.map((day) => dayGroup(day, today)),
    ...others.filter(({ items }) => items.length > 0),
  ];
}

function dayGroup({ day, minutes, items, isReview }: PlanDay<Item>, today: number): PlanGroup {
  const length = vscode.l10n.t('{0} min', minutes);
  return {
    id: `day:${day}`,
    label: dayName(day, today),
    about: isReview ? vscode.l10n.t('{0} · review only', length) : length,
    tooltip: isReview ? reviewOnly() : '',
    ...{ items, isOpen: day === today },
  };
}

const reviewOnly = (): string =>
  vscode.l10n.t('The last two days before an interview have nothing new.');

function dayName(day: number, today: number): string {
  if (day === today) return vscode.l10n.t('Today');
  if (day === today + 1) return vscode.l10n.t('Tomorrow');
  const date = new Date(day * 24 * 60 * 60_000);
  return new Intl.DateTimeFormat(vscode.env.language, {
    ...{ weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' },
  }).format(date);
}

/** What is to be known of the plan as a whole, above it; undefined for nothing. */
export function messageOf({
  dated,
  items,
  ticks,
  interview,
  today,
  next,
}: PlanNow): string | undefined {
  if (items.every(({ id }) => ticks.tickedAt(id) !== undefined)) {
    return vscode.l10n.t('Everything is ticked. Keep reviewing what is due.');
  }
  if (!dated || interview === undefined) return undefined;
  if (dated.overload !== undefined) {
    return dated.isDateTheReason
      ? vscode.l10n.t(
          'The fullest day needs {0} minutes, more than your setting. Set a later date, or allow more minutes a day in the settings.',
          dated.overload,
        )
      : vscode.l10n.t(
          'The fullest day needs {0} minutes, more than your setting, and a later date would not change that. Allow more minutes a day in the settings.',
          dated.overload,
        );
  }
  const left = dated.left.filter(({ id }) => ticks.tickedAt(id) === undefined).length;
  if (left > 0) {
    return interview === today
      ? vscode.l10n.t('The interview is today, so nothing else is planned.')
      : vscode.l10n.t('The interview is close, so the rest of the weeks is not planned.');
  }
  return next ? undefined : vscode.l10n.t('Done for today.');
}
