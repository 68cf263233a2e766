import { defaultMetrics, type Metrics } from './layout.ts';

/** How wide characters are in the fonts that an element uses for the picture. */
export function measureText(within: HTMLElement): Metrics {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return defaultMetrics;
  const fonts = getComputedStyle(within);
  const widthOf = (font: string, text: string): number => {
    context.font = font;
    return context.measureText(text).width / text.length;
  };
  const code = fonts.getPropertyValue('--tl-code-font') || 'monospace';
  const label = fonts.getPropertyValue('--tl-label-font') || 'sans-serif';
  return {
    code: widthOf(`12px ${code}`, '0123456789') || defaultMetrics.code,
    // A little more than the average, since names are short.
    label:
      widthOf(`11px ${label}`, 'setImmediate queueMicrotask 10 ms') * 1.06 || defaultMetrics.label,
  };
}
