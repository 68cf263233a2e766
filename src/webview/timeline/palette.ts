import type { Palette } from './export-svg.ts';
import { lanes, type Lane } from './lanes.ts';

/** The colours that an element is drawn in now, worked out by the browser. */
export function readPalette(within: HTMLElement): Palette {
  const probe = document.createElement('span');
  probe.className = 'tl-probe';
  within.append(probe);
  const read = (color: string, over = '#ffffff'): string => {
    probe.style.color = '';
    probe.style.color = color;
    return hex(getComputedStyle(probe).color, over);
  };
  const ground = read('var(--ground)');
  const laneColor = (lane: Lane): string => {
    probe.className = `tl-probe tl-lane-${lane}`;
    return read('var(--lane)', ground);
  };
  const palette = {
    ground,
    ink: read('var(--ink)', ground),
    muted: read('var(--muted)', ground),
    line: read('var(--tl-line)', ground),
    wrong: read('var(--wrong)', ground),
    warning: read('var(--tl-warning)', ground),
    lanes: Object.fromEntries(lanes.map((lane) => [lane, laneColor(lane)])) as Palette['lanes'],
  };
  probe.remove();
  return palette;
}

/** A computed colour (`rgb(1, 2, 3)`, `rgba(…)`, `color(srgb 0.1 0.2 0.3 / 0.5)`) over a ground. */
export function hex(color: string, over: string): string {
  const numbers = color.match(/-?[\d.]+(e-?\d+)?/g)?.map(Number) ?? [];
  const scale = color.startsWith('color(') ? 255 : 1;
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
  return `#${[red, green, blue]
    .map((value, index) => {
      const below = Number.parseInt(over.slice(1 + 2 * index, 3 + 2 * index), 16);
      const mixed = Math.round(value * scale * alpha + below * (1 - alpha));
      return Math.max(0, Math.min(255, mixed)).toString(16).padStart(2, '0');
    })
    .join('')}`;
}
