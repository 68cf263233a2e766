import assert from 'node:assert/strict';
import { forecastBars } from '../../../src/features/progress/charts/forecast-chart.ts';
import { heatmap } from '../../../src/features/progress/charts/heatmap.ts';
import { interviewDots } from '../../../src/features/progress/charts/interview-chart.ts';
import { masteryDots } from '../../../src/features/progress/charts/mastery-chart.ts';
import { retentionLine } from '../../../src/features/progress/charts/retention-chart.ts';

const label = 'Chart: <b> & "quotes".';
const count = (svg: string, part: RegExp): number => svg.match(new RegExp(part, 'g'))?.length ?? 0;

const squares = (first: number, today: number): string =>
  heatmap({
    ...{ label, first, today, counts: new Map([[today, 7]]) },
    told: (day, reviews) => `${day}: ${reviews} <reviews>`,
    month: (day) => `M${Math.floor(day / 30)}`,
    weekday: (day) => `W${(day + 3) % 7}`,
    sizes: ['1', '5', '10', '20'],
  });

const retention = (weeks: readonly (number | undefined)[]): string =>
  retentionLine({
    ...{ label, desired: 0.9, weekLabel: String, told: String },
    weeks: weeks.map((value) =>
      value === undefined ? undefined : { value, low: value - 0.1, high: Math.min(1, value + 0.1) },
    ),
    percent: (value) => `${Math.round(value * 100)} %`,
  });

const mastery = (days: readonly number[]): string =>
  masteryDots({
    label,
    rows: days.map((one) => ({
      ...{ name: 'A <topic>', typical: `${one} days` },
      dots: [{ days: one, mark: 'circle', series: 'series-1', told: `${one}` }],
    })),
    dayLabel: (one) => `${one} d`,
  });

const interviews = interviewDots({
  label,
  scores: [
    { own: 3, points: 2.5, date: '1', told: 'a' },
    { own: 2, points: undefined, date: '2', told: 'b' },
  ],
});

const bars = (days: readonly number[]): string =>
  forecastBars({ label, days, dayLabel: String, told: (day, cards) => `${day}: ${cards}` });

describe('Charts of progress', () => {
  it('need no inline style and no script, say what they are, and have no number that is none', () => {
    const all = [squares(19_000, 20_000), retention([0.8, undefined, 1]), mastery([0.2, 3, 5000])];
    for (const svg of [...all, interviews, bars([3, 0, 12]), bars([0]), retention([undefined])]) {
      assert.doesNotMatch(svg, /style|<script|NaN|Infinity|undefined|<b>|<reviews>|<topic>/);
      assert.match(svg, /role="img" aria-label="Chart: &#60;b&#62; &#38; &#34;quotes&#34;\."/);
    }
  });

  it('have a square for each day of as many weeks as there are, and none after today', () => {
    // 20,000 is a Friday: five days of its week, and the four sizes of the legend.
    const year = squares(19_000, 20_000);
    assert.equal(count(year, /class="day /), 52 * 7 + 5 + 4);
    assert.equal(count(year, /class="today"/), 1);
    assert.equal(
      count(year, /level-2"/),
      2,
      'seven reviews are in the second size, as in the legend',
    );
    assert.equal(count(squares(20_000, 20_000), /class="day /), 17 * 7 + 5 + 4);
    for (let row = 0; row < 3; row++) assert.match(year, new RegExp(`>W${2 * row}<`));
  });

  it('leave out weeks with too few reviews, without a line across them', () => {
    const svg = retention([0.8, undefined, 0.9, 1]);
    assert.equal(count(svg, /class="mark series-1"/), 3);
    assert.equal(count(svg, /class="interval"/), 3);
    assert.equal(count(svg, /M[\d.]+,[\d.]+/), 3 + 2, 'the line begins twice');
  });

  it('give what is known for longer a place farther right, without an end', () => {
    const places = (svg: string): readonly number[] =>
      [...svg.matchAll(/<svg x="([\d.]+)%"/g)].map(([, place]) => Number(place));
    const [short = 0, long = 0, longest = 0] = places(mastery([2, 300, 9000]));
    assert.ok(short < long && long < longest && longest < 100);
  });

  it('have whole cards on their axis', () => {
    for (const days of [[1], [3, 2], [130]]) {
      const labels = [...bars(days).matchAll(/text-anchor="end">([^<]*)</g)].map(
        ([, text]) => text,
      );
      assert.ok(labels.length >= 2);
      assert.ok(
        labels.every((text) => /^\d+$/.test(text ?? '')),
        labels.join(),
      );
    }
  });
});
