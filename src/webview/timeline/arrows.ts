import { FOOT, HEAD, type Box, type Layout } from './layout.ts';
import type { RunView } from './run-view.ts';

/** A way from where a callback was scheduled to where it ran. */
export interface Arrow {
  readonly from: number;
  readonly to: number;
  readonly points: readonly Point[];
  /** Where it leaves the box that scheduled it. */
  readonly start: Point;
  readonly end: Point;
  readonly pointsDown: boolean;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The arrow that ends at an item. It leaves its box up or down, where no other box stands, since
 * each box has its stretch of the x axis for itself, runs to the right in the free strip of the
 * target's lane, and enters the target from that side.
 */
export function arrowTo(view: RunView, layout: Layout, to: number): Arrow | undefined {
  const from = view.parents[to] ?? -1;
  const siblings = view.children[from];
  if (from < 0 || !siblings) return undefined;
  return route(layout, from, to, Math.max(0, siblings.indexOf(to)), siblings.length);
}

/** The arrow from the callback that settled the promise for which an item waited. */
export function settledArrowTo(view: RunView, layout: Layout, to: number): Arrow | undefined {
  const from = view.settlers[to] ?? -1;
  if (from < 0) return undefined;
  return route(layout, from, to, 0, 1);
}

function route(
  { boxes, bands }: Layout,
  from: number,
  to: number,
  place: number,
  of: number,
): Arrow | undefined {
  const source = boxes[from];
  const target = boxes[to];
  if (!source || !target) return undefined;
  const band = bands.find(({ top }) => top + HEAD === target.y);
  if (!band) return undefined;
  const start = port(source, place, of);
  const entry = target.x + Math.min(11, target.width / 2);
  const pointsDown = source.y <= target.y;
  const track = pointsDown
    ? band.top + HEAD - 9 - (place % 3) * 3
    : band.top + band.height - FOOT + 5 + (place % 2) * 3;
  const leaves = source.y < target.y ? source.y + source.height : source.y;
  const enters = pointsDown ? target.y : target.y + target.height;
  return {
    from,
    to,
    pointsDown,
    start: { x: start, y: leaves },
    end: { x: entry, y: enters },
    points: [
      { x: start, y: leaves },
      { x: start, y: track },
      { x: entry, y: track },
      { x: entry, y: enters },
    ],
  };
}

/** Ports stand side by side along a box, left of its right end. */
function port({ x, width }: Box, place: number, of: number): number {
  const first = Math.min(22, width / 2);
  const room = Math.max(0, width - first - 10);
  const step = of > 1 ? Math.min(9, room / (of - 1)) : 0;
  return x + first + place * step;
}

/** Points as an SVG path with round corners. */
export function roundedPath(points: readonly Point[], radius = 5): string {
  const [first] = points;
  if (!first) return '';
  let path = `M${at(first)}`;
  for (let index = 1; index < points.length - 1; index++) {
    const [before, corner, after] = points.slice(index - 1, index + 2) as [Point, Point, Point];
    const reach = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2);
    path += `L${at(towards(corner, before, reach))}Q${at(corner)} ${at(towards(corner, after, reach))}`;
  }
  const last = points.at(-1) ?? first;
  return `${path}L${at(last)}`;
}

/** A small triangle at the end of an arrow. */
export function arrowHead({ end, pointsDown }: Arrow, size = 4): string {
  const back = pointsDown ? end.y - size * 1.5 : end.y + size * 1.5;
  return `M${at(end)}L${at({ x: end.x - size, y: back })}L${at({ x: end.x + size, y: back })}Z`;
}

const at = ({ x, y }: Point): string => `${short(x)} ${short(y)}`;
const short = (value: number): string => String(Math.round(value * 10) / 10);
const distance = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

function towards(from: Point, to: Point, reach: number): Point {
  const length = distance(from, to);
  if (length === 0) return from;
  return {
    x: from.x + ((to.x - from.x) / length) * reach,
    y: from.y + ((to.y - from.y) / length) * reach,
  };
}
