import { scaleLinear, scalePoint } from 'd3-scale';
import { mark } from './marks.ts';
import { chart, element, placed, plot, rule, share, text, valueLabel, withAxis } from './svg.ts';

export interface InterviewDots {
  readonly label: string;
  /** Scores from 1 to 4, the oldest interview first; `points` is undefined where nothing could be judged. */
  readonly scores: readonly {
    readonly own: number;
    readonly points: number | undefined;
    readonly date: string;
    /** For the pointer. */
    readonly told: string;
  }[];
}

const [top, inner, bottom] = [12, 120, 24];
const series = { own: 'series-2', points: 'series-1' };

/** For each interview the own score and that of the key points, with a line between that is the gap. */
export function interviewDots({ label, scores }: InterviewDots): string {
  const x = scalePoint<number>().domain(scores.keys()).range([0, 100]).padding(0.5);
  const y = scaleLinear().domain([1, 4]).range([inner, 0]);
  // Dates need room: of many, every second or third is written.
  const every = Math.ceil(scores.length / 4);
  const drawn = scores.map(({ own, points, date, told }, at) => {
    const place = x(at) ?? 0;
    const gap =
      points === undefined
        ? ''
        : element('line', {
            class: 'gap',
            x1: share(place),
            x2: share(place),
            y1: y(own),
            y2: y(points),
          });
    const judged =
      points === undefined ? '' : placed(place, y(points), mark('diamond', series.points, told));
    const rated = placed(place, y(own), mark('circle', `${series.own} hollow`, told));
    const isNamed = (scores.length - 1 - at) % every === 0;
    const name = isNamed
      ? text({ class: 'label', x: share(place), y: inner + 18, 'text-anchor': 'middle' }, date)
      : '';
    return `${gap}${judged}${rated}${name}`;
  });
  const ticks = [1, 2, 3, 4];
  const height = top + inner + bottom;
  const all = plot(top, inner, [...ticks.map((tick) => rule(y(tick))), ...drawn].join(''));
  const labels = ticks.map((tick) => valueLabel(top + y(tick), String(tick)));
  return withAxis(chart({ name: 'interviews', label, height }, all), height, labels);
}

/** The shapes of the chart, for its legend. */
export const interviewMarks = {
  own: () => mark('circle', `${series.own} hollow`),
  points: () => mark('diamond', series.points),
};
