import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { mark } from './marks.ts';
import { chart, element, placed, plot, rule, share, text, valueLabel, withAxis } from './svg.ts';

/** The share that was recalled in a week, and where it may really lie: 0 to 1. */
export interface WeekShare {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface RetentionLine {
  readonly label: string;
  /** The oldest week first; undefined for one with too few reviews. */
  readonly weeks: readonly (WeekShare | undefined)[];
  /** The share that is wanted. */
  readonly desired: number;
  /** A share as a text. */
  readonly percent: (value: number) => string;
  readonly weekLabel: (week: number) => string;
  /** For the pointer. */
  readonly told: (week: number) => string;
}

const [top, inner, bottom] = [12, 130, 24];

/** A point for each week with enough reviews, with a bar over its interval, and a line where the desired retention is. */
export function retentionLine(shown: RetentionLine): string {
  const { label, weeks, desired, percent, weekLabel, told } = shown;
  const known = weeks.filter((value) => value !== undefined);
  const lowest = known.reduce((min, { low }) => Math.min(min, low), Math.min(desired, 0.8));
  const y = scaleLinear()
    .domain([Math.floor(lowest * 10) / 10, 1])
    .range([inner, 0]);
  const x = scalePoint<number>().domain(weeks.keys()).range([0, 100]).padding(0.3);
  const points = weeks.map((of, week) => ({ at: x(week) ?? 0, of, week }));
  const path = line<(typeof points)[number]>()
    .defined(({ of }) => of !== undefined)
    .x(({ at }) => at)
    .y(({ of }) => y(of?.value ?? 0));
  // Stretched to the width of the page, with a line that is not.
  const stretched = element(
    'svg',
    { width: '100%', height: inner, viewBox: `0 0 100 ${inner}`, preserveAspectRatio: 'none' },
    element('path', {
      class: 'line series-1',
      d: path(points) ?? '',
      'vector-effect': 'non-scaling-stroke',
    }),
  );
  const marks = points.map(({ at, of, week }) => {
    if (!of) return '';
    const { value, low, high } = of;
    const ends = { y1: y(high) - y(value), y2: y(low) - y(value) };
    const bar = element('line', { class: 'interval', x1: 0, x2: 0, ...ends });
    return placed(at, y(value), `${bar}${mark('circle', 'series-1', told(week))}`);
  });
  const last = weeks.length - 1;
  const names = points
    .filter(({ week }) => (last - week) % 4 === 0)
    .map(({ at, week }) => {
      const place =
        week === last
          ? { x: '100%', 'text-anchor': 'end' }
          : { x: share(at), 'text-anchor': 'middle' };
      return text({ class: 'label', ...place, y: inner + 18 }, weekLabel(week));
    });
  const ticks = y.ticks(3);
  const drawn = [
    ...ticks.map((tick) => rule(y(tick))),
    rule(y(desired), 'desired'),
    ...[stretched, ...marks, ...names],
  ];
  const height = top + inner + bottom;
  const all = plot(top, inner, drawn.join(''));
  const labels = ticks.map((tick) => valueLabel(top + y(tick), percent(tick)));
  return withAxis(chart({ name: 'retention', label, height }, all), height, labels);
}
