import { scaleBand, scaleLinear } from 'd3-scale';
import { chart, element, plot, rule, share, text, title, valueLabel, withAxis } from './svg.ts';

export interface ForecastBars {
  readonly label: string;
  /** Cards that are due on each day, from today on. */
  readonly days: readonly number[];
  /** Below every seventh bar. */
  readonly dayLabel: (ahead: number) => string;
  /** For the pointer. */
  readonly told: (ahead: number, count: number) => string;
}

const [top, inner, bottom] = [10, 130, 24];

/** A bar for each day. */
export function forecastBars({ label, days, dayLabel, told }: ForecastBars): string {
  const most = days.reduce((max, count) => Math.max(max, count), 0);
  const x = scaleBand<number>().domain(days.keys()).range([0, 100]).paddingInner(0.25);
  // Cards are whole: a scale of fewer has no ticks between.
  const y = scaleLinear()
    .domain([0, Math.max(4, most)])
    .nice(4)
    .range([inner, 0]);
  const ticks = y.ticks(4).filter(Number.isInteger);
  const bars = days.map((count, ahead) => {
    const place = { x: share(x(ahead) ?? 0), width: share(x.bandwidth()) };
    const bar = element('rect', { class: 'bar', ...place, y: y(count), height: inner - y(count) });
    // A day without cards can be pointed at, too.
    const whole = element(
      'rect',
      { class: 'hit', ...place, y: 0, height: inner },
      title(told(ahead, count)),
    );
    return `${count > 0 ? bar : ''}${whole}`;
  });
  const names = days.flatMap((_, ahead) => {
    if (ahead % 7 !== 0) return [];
    // The last one would not have enough room at the right of its bar.
    const isLast = ahead + 7 >= days.length;
    const place = isLast
      ? { x: '100%', 'text-anchor': 'end' }
      : { x: share(x(ahead) ?? 0), 'text-anchor': undefined };
    return [text({ class: `label ahead-${ahead}`, ...place, y: inner + 18 }, dayLabel(ahead))];
  });
  const drawn = [...ticks.map((tick) => rule(y(tick))), ...bars, ...names];
  const height = top + inner + bottom;
  const all = plot(top, inner, drawn.join(''));
  const labels = ticks.map((tick) => valueLabel(top + y(tick), String(tick)));
  return withAxis(chart({ name: 'forecast', label, height }, all), height, labels);
}
