import { l10n } from 'vscode';
import type { Activity } from '../../study/statistics/activity.ts';
import type { Forecast } from '../../study/statistics/forecast.ts';
import {
  confidenceOf,
  fewestForRetention,
  recentDays,
  type Range,
  type Recalls,
  type Retention,
} from '../../study/statistics/retention.ts';
import { escapeHtml } from '../pages/escape-html.ts';
import { forecastBars } from './charts/forecast-chart.ts';
import { heatmap, heatmapSteps } from './charts/heatmap.ts';
import { inText, legend, mark } from './charts/marks.ts';
import { retentionLine, type WeekShare } from './charts/retention-chart.ts';
import { element } from './charts/svg.ts';
import { none, type Section } from './section.ts';
import {
  countCell,
  countText,
  dayFormat,
  isoDay,
  percentText,
  rangeCell,
  shareCell,
} from './words.ts';

/** What was reviewed on each day. @param streak days in a row */
export function reviewsSection(
  { days, reviews, first = 0 }: Activity,
  today: number,
  streak: number,
): Section {
  const format = dayFormat({ dateStyle: 'medium' });
  const title = l10n.t('Reviews by Day');
  const all =
    reviews === 1
      ? l10n.t('You have done 1 review.')
      : days.size === 1
        ? l10n.t('You have done {0} reviews, all on one day.', countText(reviews))
        : l10n.t('You have done {0} reviews on {1} days.', countText(reviews), days.size);
  const inRow = streak > 1 ? [l10n.t('You have reviewed cards {0} days in a row.', streak)] : [];
  const isLong = today - first >= shownDays;
  const shown = isLong ? [l10n.t('The chart shows the last year, the table every day.')] : [];
  const counts = new Map([...days].map(([day, { reviews: count }]) => [day, count]));
  const rows = [...days]
    .toSorted(([one], [other]) => other - one)
    .map(([day, { reviews: count, again }]) => [
      { text: format(day), csv: isoDay(day) },
      ...[countCell(count), countCell(again)],
    ]);
  return {
    ...{ id: 'reviews', title, about: [all, ...inRow, ...shown] },
    chart: heatmap({
      ...{ label: chartLabel(title), counts, first, today },
      told: (day, count) => reviewsOn(format(day), count),
      month: dayFormat({ month: 'short' }),
      weekday: dayFormat({ weekday: 'short' }),
      sizes: heatmapSteps.map((from, at) => {
        const next = heatmapSteps[at + 1];
        return next === undefined
          ? l10n.t('{0} reviews or more', from)
          : l10n.t('{0} to {1}', from, next - 1);
      }),
    }),
    table: {
      caption: l10n.t('Reviews by day, most recent first; days without reviews are left out'),
      heads: [
        { text: l10n.t('Day') },
        { text: l10n.t('Reviews'), isNumber: true },
        { text: l10n.t('Forgotten'), isNumber: true },
      ],
      rows,
    },
  };
}

const shownDays = 365;

const reviewsOn = (day: string, count: number): string =>
  count === 1 ? l10n.t('{0}: 1 review', day) : l10n.t('{0}: {1} reviews', day, count);

/** How much was remembered, beside how much is to be. @param desired 0 to 1 */
export function retentionSection({ recent, weeks }: Retention, desired: number): Section {
  const title = l10n.t('True Retention');
  const day = dayFormat({ day: 'numeric', month: 'short' });
  const share = (of: Recalls): WeekShare | undefined =>
    of.reviews >= fewestForRetention.week
      ? { value: of.recalled / of.reviews, ...confidenceOf(of) }
      : undefined;
  const hasChart = weeks.some((week) => share(week) !== undefined);
  const hasTable = weeks.some(({ reviews }) => reviews > 0);
  const begun = weeks.slice(
    Math.max(
      0,
      weeks.findIndex(({ reviews }) => reviews > 0),
    ),
  );
  const told = (at: number): string => {
    const week = weeks[at];
    if (!week) return '';
    const { low, high } = confidenceOf(week);
    const facts = [day(week.from), day(week.to), percentText(week.recalled / week.reviews)];
    return l10n.t(
      '{0} to {1}: {2} of {3} reviews, 95% confidence interval {4} to {5}',
      ...[...facts, week.reviews, percentText(low), percentText(high)],
    );
  };
  const key = (svg: string, words: string) => [inText(svg), escapeHtml(words)] as const;
  const line = element('line', { class: 'desired', x1: -8, x2: 8, y1: 0, y2: 0 });
  const interval = element('line', { class: 'interval', x1: 0, x2: 0, y1: -7, y2: 7 });
  return {
    ...{ id: 'retention', title, about: [...retentionTexts(recent, desired), counted()] },
    ...(hasChart && {
      chart: `${retentionLine({
        ...{ label: chartLabel(title), desired, percent: percentText, told },
        weeks: weeks.map(share),
        weekLabel: (at) => day(weeks[at]?.to ?? 0),
      })}${legend([
        key(mark('circle', 'series-1'), l10n.t('Recalled in the week up to that day')),
        key(interval, l10n.t('95% confidence interval')),
        key(line, l10n.t('Desired: {0}', percentText(desired))),
      ])}`,
    }),
    ...(hasTable && {
      table: {
        caption: l10n.t(
          'True retention by week; the desired retention is {0}',
          percentText(desired),
        ),
        heads: [
          { text: l10n.t('Week up to') },
          { text: l10n.t('Reviews'), isNumber: true },
          { text: l10n.t('Recalled'), isNumber: true },
          { text: l10n.t('Retention'), csv: l10n.t('Retention (0 to 1)'), isNumber: true },
          {
            text: l10n.t('95% interval'),
            csv: [
              l10n.t('95% confidence interval, lower bound (0 to 1)'),
              l10n.t('95% confidence interval, upper bound (0 to 1)'),
            ],
            isNumber: true,
          },
        ],
        rows: begun.toReversed().map((week) => {
          const known = share(week);
          return [
            { text: day(week.to), csv: isoDay(week.to) },
            ...[countCell(week.reviews), countCell(week.recalled)],
            ...(known
              ? [shareCell(known.value), rangeCell(known)]
              : [{ text: l10n.t('too few'), csv: '' }, none]),
          ];
        }),
      },
    }),
  };
}

const counted = (): string =>
  l10n.t(
    'Only the first review of a card each day counts, and only once the card has left its learning steps.',
  );

function retentionTexts({ reviews, recalled }: Recalls, desired: number): readonly string[] {
  if (reviews < fewestForRetention.recent) {
    return [
      l10n.t(
        'True retention is shown once {0} reviews count. In the last {1} days, {2} did.',
        ...[fewestForRetention.recent, recentDays, reviews],
      ),
    ];
  }
  const { low, high } = confidenceOf({ reviews, recalled });
  const [share, from, to] = [recalled / reviews, low, high].map(percentText);
  return [
    l10n.t(
      'In the last {0} days you remembered the card in {1} of {2} reviews: {3}, with a 95% confidence interval of {4} to {5}.',
      ...[recentDays, recalled, reviews, share ?? '', from ?? '', to ?? ''],
    ),
    comparedText({ low, high }, desired),
  ];
}

/** What so many reviews can tell of the difference to the desired retention. */
function comparedText({ low, high }: Range, desired: number): string {
  const wanted = percentText(desired);
  if (desired < low) {
    return l10n.t('The desired retention is {0}: you remember more than you asked for.', wanted);
  }
  if (desired > high) {
    return l10n.t('The desired retention is {0}: you remember less than you asked for.', wanted);
  }
  return l10n.t(
    'The desired retention, {0}, is within this interval: these reviews show no clear difference from it.',
    wanted,
  );
}

/** What will be due. */
export function forecastSection({ days, later }: Forecast, today: number): Section {
  const title = l10n.t('Forecast');
  const format = dayFormat({ weekday: 'short', day: 'numeric', month: 'short' });
  const short = dayFormat({ day: 'numeric', month: 'short' });
  const name = (ahead: number): string => (ahead === 0 ? l10n.t('Today') : format(today + ahead));
  const within = (count: number): number => days.slice(0, count).reduce((sum, one) => sum + one, 0);
  return {
    ...{ id: 'forecast', title },
    about: [
      l10n.t(
        'Cards due now: {0}. Within 7 days: {1}. Within {2} days: {3}. Later: {4}.',
        ...[within(1), within(7), days.length, within(days.length), later],
      ),
      l10n.t(
        'Each card counts once, and new cards are not included. Cards that are put off until tomorrow, by your limit on reviews a day or because another card of their question was reviewed today, count for tomorrow.',
      ),
    ],
    chart: forecastBars({
      ...{ label: chartLabel(title), days },
      dayLabel: (ahead) => (ahead === 0 ? l10n.t('Today') : short(today + ahead)),
      told: (ahead, count) =>
        count === 1
          ? l10n.t('{0}: 1 card', name(ahead))
          : l10n.t('{0}: {1} cards', name(ahead), count),
    }),
    table: {
      caption: l10n.t('Cards that are due, by day'),
      heads: [{ text: l10n.t('Day') }, { text: l10n.t('Cards'), isNumber: true }],
      rows: [
        ...days.map((count, ahead) => [
          { text: name(ahead), csv: isoDay(today + ahead) },
          countCell(count),
        ]),
        [{ text: l10n.t('Later') }, countCell(later)],
      ],
    },
  };
}

/** What a chart is called for those who don't see it. */
export const chartLabel = (title: string): string =>
  l10n.t('Chart: {0}. The table has the same figures.', title);
