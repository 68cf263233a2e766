import { lanes, type Lane } from './lanes.ts';
import type { Layout } from './layout.ts';
import type { RunView } from './run-view.ts';
import { svgElement } from './svg-elements.ts';

/** A strip with the whole run, which shows and moves what is in sight. */
export interface Overview {
  draw(view: RunView, layout: Layout): void;
  /** All in pixels of the picture. */
  update(sight: { readonly x: number; readonly width: number }, now: number): void;
  dispose(): void;
}

const WIDTH = 1000;
const ROW = 4;

/** @param onMove gets the place in the picture that should be in the middle of what is in sight */
export function createOverview(container: HTMLElement, onMove: (x: number) => void): Overview {
  const picture = svgElement('svg', 'tl-overview-picture', {
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  });
  const marks = svgElement('g', '');
  const sight = svgElement('rect', 'tl-sight', { y: 0 });
  const now = svgElement('rect', 'tl-now', { y: 0, width: 2 });
  picture.append(marks, now, sight);
  container.append(picture);
  let width = 1;
  let height = ROW;

  const move = (event: PointerEvent): void => {
    if (event.type === 'pointermove' && event.buttons === 0) return;
    const { left, width: shown } = container.getBoundingClientRect();
    if (event.type === 'pointerdown') container.setPointerCapture(event.pointerId);
    onMove(((event.clientX - left) / shown) * width);
  };
  container.addEventListener('pointerdown', move);
  container.addEventListener('pointermove', move);

  return {
    draw(view, layout) {
      width = Math.max(1, layout.width);
      height = layout.bands.length * ROW + 4;
      picture.setAttribute('viewBox', `0 0 ${WIDTH} ${height}`);
      picture.setAttribute('height', String(height));
      marks.replaceChildren(...marksOf(view, layout));
    },
    update({ x, width: seen }, at) {
      const whole = seen >= width;
      container.hidden = whole;
      if (whole) return;
      const scale = WIDTH / width;
      set(sight, { x: x * scale, width: Math.max(6, seen * scale), height });
      set(now, { x: at * scale, height });
    },
    dispose: () => {
      container.removeEventListener('pointerdown', move);
      container.removeEventListener('pointermove', move);
      picture.remove();
    },
  };
}

/** One path for each lane; what falls on the same place is drawn once. */
function marksOf(view: RunView, { boxes, bands, width }: Layout): SVGElement[] {
  const rows = new Map(bands.map(({ lane }, index) => [lane, 2 + index * ROW]));
  const paths = new Map<Lane, { path: string; end: number }>();
  const scale = WIDTH / Math.max(1, width);
  for (const { item, x, width: wide } of boxes) {
    const lane = view.items[item]?.lane;
    const y = lane && rows.get(lane);
    if (lane === undefined || y === undefined) continue;
    const before = paths.get(lane) ?? { path: '', end: -1 };
    const from = Math.max(before.end, Math.floor(x * scale));
    const to = Math.max(Math.floor(x * scale) + 1, Math.floor((x + wide) * scale));
    if (to <= from) continue;
    paths.set(lane, { path: `${before.path}M${from} ${y}h${to - from}v3h${from - to}z`, end: to });
  }
  return lanes.flatMap((lane) => {
    const d = paths.get(lane)?.path;
    return d === undefined ? [] : [svgElement('path', `tl-strip tl-lane-${lane}`, { d })];
  });
}

function set(element: SVGElement, attributes: Record<string, number>): void {
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, String(Math.round(value * 10) / 10));
  }
}
