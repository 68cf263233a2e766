import { scaleThreshold } from 'd3-scale';
import { escapeHtml } from '../../pages/escape-html.ts';
import { inText, legend } from './marks.ts';
import { chart, element, text, title } from './svg.ts';

export interface Heatmap {
  readonly label: string;
  /** Reviews by the number of the day: see `numberOfDay`. */
  readonly counts: ReadonlyMap<number, number>;
  readonly first: number;
  readonly today: number;
  /** What the pointer is told about a day and its count. */
  readonly told: (day: number, count: number) => string;
  /** The short name of the month that a day is in. */
  readonly month: (day: number) => string;
  /** The short name of a day of the week. */
  readonly weekday: (day: number) => string;
  /** What each size stands for, such as `1–4`. */
  readonly sizes: readonly string[];
}

/** Reviews of a day from which a square is larger. */
export const heatmapSteps = [1, 5, 10, 20] as const;

/** As many weeks are shown as there is room for: each is a band that narrow pages leave out. */
const bands = [18, 26, 39, 53] as const;

const cell = 14;
const top = 20;
const height = top + 7 * cell;

/** The side of a square, in pixels: more reviews are larger as well as darker. */
const side = scaleThreshold().domain(heatmapSteps).range([2, 6, 8, 10, 12]);

const level = scaleThreshold().domain(heatmapSteps).range([0, 1, 2, 3, 4]);

/** A square for each day, a column for each week from Monday to Sunday, the last one at the right. */
export function heatmap(map: Heatmap): string {
  const { label, today, first } = map;
  const weekOf = (day: number): number => Math.floor((day + 3) / 7);
  const last = weekOf(today);
  const wanted = last - weekOf(first) + 1;
  const count = bands.find((band) => band >= wanted) ?? bands[3];
  const groups = bands
    .filter((band) => band <= count)
    .map((band, at) => {
      const weeks = Array.from({ length: band - (bands[at - 1] ?? 0) }, (_, week) =>
        weekOfSquares(map, last, (bands[at - 1] ?? 0) + week),
      );
      return element('g', { class: `weeks-${band}` }, weeks.join(''));
    });
  const cells = chart(
    { name: `cells has-${count}`, label, height },
    element('svg', { x: '100%', overflow: 'visible' }, groups.join('')),
  );
  // Monday, Wednesday, Friday of any week.
  const days = [0, 2, 4].map((row) =>
    text(
      {
        class: 'label',
        x: '100%',
        y: top + (row + 0.5) * cell,
        dy: '0.35em',
        'text-anchor': 'end',
      },
      map.weekday(last * 7 - 3 + row),
    ),
  );
  const names = element('svg', { class: 'weekdays', height, 'aria-hidden': 'true' }, days.join(''));
  return `<div class="heatmap">${names}${cells}</div>${sizes(map)}`;
}

/** @param ago how many weeks before the last one */
function weekOfSquares(map: Heatmap, last: number, ago: number): string {
  const { today, counts } = map;
  const left = -(ago + 1) * cell;
  const monday = (last - ago) * 7 - 3;
  const squares = Array.from({ length: 7 }, (_, row) => {
    const day = monday + row;
    if (day > today) return '';
    return square(left + cell / 2, top + (row + 0.5) * cell, map, day, counts.get(day) ?? 0);
  });
  // Above the week in which a month begins.
  const month = map.month(monday + 6);
  const label =
    month === map.month(monday - 1) ? '' : text({ class: 'label', x: left, y: 12 }, month);
  return `${label}${squares.join('')}`;
}

function square(x: number, y: number, map: Heatmap, day: number, count: number): string {
  const size = side(count);
  const place = { x: x - size / 2, y: y - size / 2, width: size, height: size };
  const isToday = day === map.today;
  const frame = isToday
    ? element('rect', { class: 'today', x: x - 7, y: y - 7, width: 14, height: 14 })
    : '';
  const rect = element('rect', {
    class: `day level-${level(count)}`,
    rx: size > 4 ? 2 : 1,
    ...place,
  });
  // All of the cell tells what is in it, a day without reviews as well.
  const whole = { class: 'hit', x: x - 7, y: y - 7, width: 14, height: 14 };
  return `${frame}${rect}${element('rect', whole, title(map.told(day, count)))}`;
}

const sizes = (map: Heatmap): string =>
  legend(
    heatmapSteps.map((step, at) => {
      const size = side(step);
      const place = { x: -size / 2, y: -size / 2, width: size, height: size };
      const rect = element('rect', { class: `day level-${at + 1}`, rx: 2, ...place });
      return [inText(rect), escapeHtml(map.sizes[at] ?? '')] as const;
    }),
  );
