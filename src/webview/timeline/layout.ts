import { cells, type BoxContent } from './box-content.ts';
import { shownLanes, type Lane } from './lanes.ts';
import type { RunView } from './run-view.ts';

/** Where everything stands, in pixels; x runs in the order of events, not in milliseconds. */
export interface Layout {
  readonly boxes: readonly Box[];
  readonly bands: readonly Band[];
  readonly turns: readonly TurnMark[];
  readonly waits: readonly WaitMark[];
  readonly width: number;
  readonly height: number;
}

export interface Box {
  readonly item: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A lane: its boxes stand between `top + HEAD` and `top + height - FOOT`; arrows run beside them. */
export interface Band {
  readonly lane: Lane;
  readonly top: number;
  readonly height: number;
}

export interface TurnMark {
  readonly turn: number;
  readonly x: number;
  readonly width: number;
}

/** The loop had nothing to do for some time. */
export interface WaitMark {
  readonly x: number;
  readonly width: number;
  readonly ms: number;
  /** The item that came after it. */
  readonly before: number;
}

/** The width of a character of each font. */
export interface Metrics {
  readonly code: number;
  readonly label: number;
}

export const defaultMetrics: Metrics = { code: 7.25, label: 6.2 };

/** Above the lanes: the numbers of the turns. */
export const AXIS = 28;
/** Within a lane, above and below the boxes: the ways of the arrows. */
export const HEAD = 17;
export const FOOT = 10;
export const NAME_HEIGHT = 20;
export const ROW_HEIGHT = 17;
export const BOX_FOOT = 5;
/** Waits shorter than this are part of any run. */
export const WAIT_MS = 4;

/** Letters by which a callback is told from others: `setTi…`. */
export const READABLE_CELLS = 6;

/** Left and right of the text in a box that is so wide. */
export const paddingOf = (width: number): number => (width < 70 ? 14 : 20);

const NARROWEST = 60;
const WIDEST = 240;
const PORT = 9;
const GAP = 12;
const TURN_GAP = 22;
const WAIT_WIDTH = 84;

/** The part of a layout that does not change with the zoom. */
export interface Measures {
  readonly widths: readonly number[];
  readonly heights: readonly number[];
  readonly bands: readonly Band[];
  readonly height: number;
  /** The least zoom at which all names can be read: as a whole, or their first letters. */
  readonly readable: number;
}

export function measure(
  view: RunView,
  contents: readonly BoxContent[],
  metrics: Metrics = defaultMetrics,
): Measures {
  const widths = contents.map((content, item) =>
    boxWidth(content, view.children[item]?.length ?? 0, metrics),
  );
  const heights = contents.map(({ rows }) => boxHeight(rows.length));
  const tallest = new Map<Lane, number>();
  for (const { lane, index } of view.items) {
    tallest.set(lane, Math.max(tallest.get(lane) ?? 0, heights[index] ?? 0));
  }
  let top = AXIS;
  const bands = shownLanes(tallest.keys(), view.filter.hiddenLanes).map((lane) => {
    const height = HEAD + (tallest.get(lane) ?? 6) + FOOT;
    const band = { lane, top, height };
    top += height;
    return band;
  });
  const readable = contents.reduce((least, { name }, item) => {
    const letters = Math.min(cells(name), READABLE_CELLS) * metrics.label;
    return Math.max(least, (letters + paddingOf(0)) / (widths[item] ?? NARROWEST));
  }, 0);
  return { widths, heights, bands, height: top, readable: Math.min(1, readable) };
}

const boxHeight = (rows: number): number =>
  NAME_HEIGHT + rows * ROW_HEIGHT + (rows > 0 ? BOX_FOOT : 2);

function boxWidth({ name, place, rows }: BoxContent, ports: number, metrics: Metrics): number {
  const head = (cells(name) + cells(place)) * metrics.label + 26;
  const text = Math.max(0, ...rows.map((row) => cells(row.text))) * metrics.code + 22;
  const wanted = Math.max(NARROWEST, head, text, Math.min(ports, 18) * PORT + 30);
  return Math.ceil(Math.min(WIDEST, wanted));
}

/** @param zoom 1 shows boxes in their full width; less makes them narrower, down to `0` */
export function layOut(view: RunView, measures: Measures, zoom: number): Layout {
  const tops = new Map(measures.bands.map(({ lane, top }) => [lane, top + HEAD]));
  const boxes: Box[] = [];
  const turns: { turn: number; x: number; width: number }[] = [];
  const waits: WaitMark[] = [];
  let x = 0;
  let turn = -1;
  for (const { index, lane, turn: itsTurn, waitedMs } of view.items) {
    if (itsTurn !== turn) {
      const last = turns.at(-1);
      if (last) last.width = x - last.x;
      turns.push({ turn: itsTurn, x, width: 0 });
      x += TURN_GAP * Math.min(1, zoom);
      turn = itsTurn;
    }
    if (waitedMs >= WAIT_MS && index > 0) {
      const width = WAIT_WIDTH * Math.min(1, zoom);
      waits.push({ x, width, ms: waitedMs, before: index });
      x += width + GAP * Math.min(1, zoom);
    }
    const width = (measures.widths[index] ?? NARROWEST) * zoom;
    const y = tops.get(lane) ?? AXIS;
    boxes.push({ item: index, x, y, width, height: measures.heights[index] ?? NAME_HEIGHT });
    x += width + GAP * Math.min(1, zoom);
  }
  const last = turns.at(-1);
  if (last) last.width = x - last.x;
  return { boxes, bands: measures.bands, turns, waits, width: x, height: measures.height };
}

export const LARGEST_ZOOM = 2;

/** The zoom at which a whole run is as wide as `width`: boxes grow with it, gaps only up to 1. */
export function fittingZoom(view: RunView, { widths }: Measures, width: number): number {
  const boxes = widths.reduce((sum, one) => sum + one, 0);
  const gaps = layOutGaps(view);
  const zoom = width <= boxes + gaps ? width / (boxes + gaps) : (width - gaps) / boxes;
  return Math.min(LARGEST_ZOOM, zoom);
}

/** What `layOut` leaves free between boxes in full width. */
function layOutGaps({ items }: RunView): number {
  let gaps = 0;
  let turn = -1;
  for (const { index, turn: itsTurn, waitedMs } of items) {
    if (itsTurn !== turn) gaps += TURN_GAP;
    turn = itsTurn;
    if (waitedMs >= WAIT_MS && index > 0) gaps += WAIT_WIDTH + GAP;
    gaps += GAP;
  }
  return gaps;
}

/** The boxes that reach into a stretch of the picture: from the first up to but without the second. */
export function boxesBetween({ boxes }: Layout, from: number, to: number): [number, number] {
  const first = search(boxes.length, (index) => {
    const box = boxes[index];
    return box !== undefined && box.x + box.width < from;
  });
  const end = search(boxes.length, (index) => (boxes[index]?.x ?? Infinity) <= to);
  return [first, Math.max(first, end)];
}

/** How many of the first `length` places pass a test that some first ones pass and the rest fail. */
function search(length: number, passes: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
