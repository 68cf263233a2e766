import { hex } from '../common/colors.ts';
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
