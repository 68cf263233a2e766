import { scaleLog } from 'd3-scale';
import { mark, type Mark } from './marks.ts';
import { chart, element, placed, plot, share, text } from './svg.ts';

export interface MasteryDots {
  readonly label: string;
  readonly rows: readonly {
    readonly name: string;
    /** At the right: how long all cards of the row would be known. */
    readonly typical: string;
    readonly dots: readonly {
      readonly days: number;
      readonly mark: Mark;
      readonly series: string;
      readonly told: string;
    }[];
  }[];
  /** Such as `3 months`. @param days a whole number */
  readonly dayLabel: (days: number) => string;
}

/** Where the scale has its lines, in days. */
const ticks = [1, 7, 30, 91, 365, 1825] as const;
const rowHeight = 46;
const bottom = 24;

/** A row for each topic, on which each level has a mark: the farther right, the longer it would be known. */
export function masteryDots({ label, rows, dayLabel }: MasteryDots): string {
  const longest = rows
    .flatMap(({ dots }) => dots.map(({ days }) => days))
    .reduce((max, days) => Math.max(max, days), 0);
  // A year at least, and more as soon as it is reached.
  const end = longest > 300 ? (longest > 1500 ? longest * 1.5 : 1825) : 365;
  const x = scaleLog().domain([0.5, end]).range([0, 100]).clamp(true);
  const inner = rows.length * rowHeight;
  const lines = ticks
    .filter((days) => days <= end)
    .map((days, at, all) => {
      const place = share(x(days));
      const line = element('line', { class: 'grid', x1: place, x2: place, y1: 0, y2: inner });
      const anchor = at === all.length - 1 && x(days) > 95 ? 'end' : 'middle';
      return `${line}${text({ class: `label tick-${days}`, x: place, y: inner + 18, 'text-anchor': anchor }, dayLabel(days))}`;
    });
  const drawn = rows.map(({ name, typical, dots }, at) => {
    const y = at * rowHeight;
    const track = element('line', { class: 'track', x1: '0', x2: '100%', y1: y + 32, y2: y + 32 });
    const words = `${text({ class: 'name', x: '0', y: y + 18 }, name)}${text({ class: 'label', x: '100%', y: y + 18, 'text-anchor': 'end' }, typical)}`;
    const marks = dots.map((dot) =>
      placed(x(dot.days), y + 32, mark(dot.mark, dot.series, dot.told)),
    );
    return `${track}${words}${marks.join('')}`;
  });
  return chart(
    { name: 'mastery', label, height: inner + bottom },
    plot(0, inner, [...lines, ...drawn].join('')),
  );
}
