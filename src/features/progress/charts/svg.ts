import { escapeHtml } from '../../pages/escape-html.ts';

// Charts are strings of SVG, made where their page is rendered. Widths are shares of the page, so they fit any
// without a script, and letters keep their size. Colors are classes of the page's style sheet: the policy of
// pages lets neither `style` attributes nor `style` elements have an effect.

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; attributes that are undefined are left out. @param content SVG */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeHtml(String(value))}"`);
  return `<${name}${written.join('')}>${content}</${name}>`;
}

/** @param content plain text */
export const text = (attributes: Attributes, content: string): string =>
  element('text', attributes, escapeHtml(content));

/** What a pointer that rests on an element is told. */
export const title = (content: string): string => element('title', {}, escapeHtml(content));

/** A share of the width, from 0 to 100. */
export const share = (value: number): string => `${Math.round(value * 100) / 100}%`;

/** A drawing of its own at a place of the one around it. @param content with its middle at 0, 0 */
export const placed = (x: number, y: number, content: string): string =>
  element('svg', { x: share(x), y, overflow: 'visible' }, content);

/**
 * A chart: what it shows is told to screen readers in a sentence, and in full by the table beside it.
 * @param height in pixels
 */
export const chart = (
  {
    name,
    label,
    height,
  }: { readonly name: string; readonly label: string; readonly height: number },
  content: string,
): string =>
  element('svg', { class: `chart ${name}`, height, role: 'img', 'aria-label': label }, content);

/** The part of a chart below its upper margin, as wide as it. @param top in pixels */
export const plot = (top: number, height: number, content: string): string =>
  element('svg', { y: top, height, overflow: 'visible' }, content);

/** A chart with the labels of its values at the left, which have a width of their own. @param labels see `valueLabel` */
export function withAxis(drawn: string, height: number, labels: readonly string[]): string {
  const axis = element('svg', { class: 'axis', height, 'aria-hidden': 'true' }, labels.join(''));
  return `<div class="with-axis">${axis}${drawn}</div>`;
}

/** A line across the plot. */
export const rule = (y: number, name = 'grid'): string =>
  element('line', { class: name, x1: '0', x2: '100%', y1: y, y2: y });

/** The label of a value on an axis. */
export const valueLabel = (y: number, content: string): string =>
  text({ class: 'label', x: '100%', y, dy: '0.35em', 'text-anchor': 'end' }, content);
