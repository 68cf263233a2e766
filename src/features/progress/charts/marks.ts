import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';
import { element, title } from './svg.ts';

/** Shapes that are told apart without their color. */
export type Mark = 'circle' | 'square' | 'triangle' | 'diamond';

const types = {
  circle: symbolCircle,
  square: symbolSquare,
  triangle: symbolTriangle,
  diamond: symbolDiamond,
};

/** A shape around 0, 0. @param series the class that has its color @param told see `title` */
export const mark = (of: Mark, series: string, told?: string): string =>
  element(
    'path',
    { class: `mark ${series}`, d: symbol(types[of], 100)() ?? '' },
    told === undefined ? '' : title(told),
  );

/** What the shapes of a chart stand for, as HTML. @param entries words with their shapes */
export const legend = (entries: readonly (readonly [svg: string, words: string])[]): string =>
  `<ul class="legend">${entries.map(([svg, words]) => `<li>${svg}${words}</li>`).join('')}</ul>`;

/** A shape within a line of text. @param content around 0, 0 */
export const inText = (content: string): string =>
  element(
    'svg',
    { class: 'key', width: 16, height: 16, viewBox: '-8 -8 16 16', 'aria-hidden': 'true' },
    content,
  );
