import { arrowHead, roundedPath, type Arrow } from './arrows.ts';
import { cells, fitText, type BoxContent } from './box-content.ts';
import type { Lane } from './lanes.ts';
import {
  AXIS,
  HEAD,
  NAME_HEIGHT,
  ROW_HEIGHT,
  paddingOf,
  type Box,
  type Layout,
  type Metrics,
  type WaitMark,
} from './layout.ts';
import type { RunView } from './run-view.ts';

/** A piece of a picture as plain data: the page makes elements of it, an export makes text. */
export interface Shape {
  readonly tag: 'g' | 'rect' | 'path' | 'text' | 'circle';
  readonly look: string;
  readonly attributes?: Readonly<Record<string, string | number>>;
  readonly text?: string;
  readonly children?: readonly Shape[];
}

/** Narrower boxes have no text, */
const NARROW = 34;
/** Those have arrows without heads, */
export const FINE = 14;
/** and these have no frame either: many of them are one path. */
export const STRIP = 4;

export function boxShape(
  { item, x, y, width, height }: Box,
  lane: Lane,
  content: BoxContent,
  prints: boolean,
  metrics: Metrics,
): Shape {
  const look = `tl-box tl-lane-${lane}${prints ? '' : ' tl-silent'}`;
  const frame: Shape = {
    tag: 'rect',
    look: 'tl-frame',
    attributes: {
      x: x + 0.5,
      y: y + 0.5,
      width: Math.max(1, width - 1),
      height: height - 1,
      rx: Math.min(5, width / 3),
    },
  };
  if (width < NARROW)
    return { tag: 'g', look, attributes: { 'data-item': item }, children: [frame] };
  const edge = `M${x + 5} ${y}Q${x} ${y} ${x} ${y + 5}V${y + height - 5}Q${x} ${y + height} ${x + 5} ${y + height}Z`;
  return {
    tag: 'g',
    look,
    attributes: { 'data-item': item },
    children: [
      frame,
      { tag: 'path', look: 'tl-edge', attributes: { d: edge } },
      ...words(x, y, width, content, metrics),
    ],
  };
}

function words(
  x: number,
  y: number,
  width: number,
  { name, place, rows }: BoxContent,
  metrics: Metrics,
): Shape[] {
  const padding = paddingOf(width);
  const room = width - padding;
  const start = x + padding / 2 + 1;
  const placeWidth = place.length * metrics.label + 6;
  // The place gives way to the name.
  const withPlace = place !== '' && room - placeWidth >= cells(name) * metrics.label;
  const nameCells = Math.floor((room - (withPlace ? placeWidth : 0)) / metrics.label);
  const shapes = [text('tl-name', start, y + 14, fitText(name, nameCells))];
  if (withPlace) {
    const end = text('tl-place', x + width - 8, y + 14, place);
    shapes.push({ ...end, attributes: { ...end.attributes, 'text-anchor': 'end' } });
  }
  const cellCount = Math.floor(room / metrics.code);
  return [
    ...shapes,
    ...rows.map((row, index) =>
      text(
        `tl-row tl-row-${row.look}`,
        start,
        y + NAME_HEIGHT + 12 + index * ROW_HEIGHT,
        fitText(row.text, cellCount),
      ),
    ),
  ];
}

const text = (look: string, x: number, y: number, content: string): Shape => ({
  tag: 'text',
  look,
  attributes: { x, y },
  text: content,
});

/** The stripes behind the lanes, a line above each turn, and its number. */
export function groundShapes(layout: Layout, turnName: (turn: number) => string): Shape[] {
  const { bands, turns, width, height } = layout;
  return [
    ...bands.map(({ top, height: tall }, index): Shape => ({
      tag: 'rect',
      look: `tl-band${index % 2 === 0 ? ' tl-even' : ''}`,
      attributes: { x: 0, y: top, width, height: tall },
    })),
    ...turns.flatMap(({ turn, x, width: wide }): Shape[] => {
      const name = fitText(turnName(turn), Math.floor((wide - 8) / 6.4));
      return [
        {
          tag: 'path',
          look: turn === 0 ? 'tl-turn tl-turn-before' : 'tl-turn',
          attributes: { d: `M${x + 0.5} ${turn === 0 ? AXIS : 4}V${height}` },
        },
        ...(name === '' ? [] : [text('tl-turn-name', x + 7, 18, name)]),
      ];
    }),
  ];
}

/**
 * A stretch in which nothing ran. Its words stand beside the boxes of a lane, where no arrow goes.
 * @param labels what to write there: the first that has room
 */
export function waitShape(
  { x, width }: WaitMark,
  { bands, height }: Layout,
  labels: readonly string[],
): Shape {
  const label = labels.find((one) => one.length * 6 + 4 <= width) ?? '';
  const named = text('tl-wait-name', x + width / 2, (bands[0]?.top ?? 0) + HEAD + 14, label);
  const sides = `M${x} ${AXIS}V${height}M${x + width} ${AXIS}V${height}`;
  return {
    tag: 'g',
    look: 'tl-wait',
    children: [
      {
        tag: 'rect',
        look: 'tl-wait-ground',
        attributes: { x, y: AXIS, width, height: Math.max(0, height - AXIS) },
      },
      { tag: 'path', look: 'tl-wait-sides', attributes: { d: sides } },
      { ...named, attributes: { ...named.attributes, 'text-anchor': 'middle' } },
    ],
  };
}

/** @param fine leaves out head and port, where boxes are as narrow as these */
export function arrowShape(arrow: Arrow, lane: Lane, look = '', fine = false): Shape {
  const { x, y } = arrow.start;
  const way: Shape = { tag: 'path', look: 'tl-way', attributes: { d: roundedPath(arrow.points) } };
  const ends: Shape[] = [
    { tag: 'path', look: 'tl-head', attributes: { d: arrowHead(arrow) } },
    { tag: 'circle', look: 'tl-port', attributes: { cx: x, cy: y, r: 2.5 } },
  ];
  return {
    tag: 'g',
    look: `tl-arrow tl-lane-${lane}${look && ` ${look}`}`,
    children: fine ? [way] : [way, ...ends],
  };
}

/** Boxes too narrow for frames: a path for each lane, with a mark for each pixel that has some. */
export function stripShapes(
  view: RunView,
  { boxes, bands }: Layout,
  first: number,
  end: number,
): Shape[] {
  const paths = new Map<Lane, string>();
  const reached = new Map<Lane, number>();
  for (let index = first; index < end; index++) {
    const box = boxes[index];
    const item = view.items[index];
    if (!box || !item) continue;
    const x = Math.floor(box.x);
    const from = Math.max(x, reached.get(item.lane) ?? -1);
    const to = Math.max(x + 1, Math.floor(box.x + box.width));
    if (to <= from) continue;
    reached.set(item.lane, to);
    const mark = `M${from} ${box.y}h${to - from}v${NAME_HEIGHT}h${from - to}z`;
    paths.set(item.lane, (paths.get(item.lane) ?? '') + mark);
  }
  return bands.flatMap(({ lane }): Shape[] => {
    const d = paths.get(lane);
    return d === undefined
      ? []
      : [{ tag: 'path', look: `tl-strip tl-lane-${lane}`, attributes: { d } }];
  });
}
