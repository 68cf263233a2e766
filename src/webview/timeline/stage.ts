import type { Drawing } from './drawing.ts';
import { boxesBetween, type Layout } from './layout.ts';
import { waitLabels } from './names.ts';
import { arrowTo } from './arrows.ts';
import {
  arrowShape,
  boxShape,
  FINE,
  groundShapes,
  STRIP,
  stripShapes,
  waitShape,
  type Shape,
} from './scene.ts';
import { createSpotlight } from './spotlight.ts';
import { turnText } from './step-words.ts';
import { shapeElement, svgElement } from './svg-elements.ts';

/** The picture: it scrolls, and only what is in sight is drawn. */
export interface Stage {
  readonly scroller: HTMLElement;
  draw(drawing: Drawing): void;
  /** Marks the box of the step that is shown, and how far the run has come. */
  show(item: number, moment: number, motion: boolean): void;
  /** Brings a stretch of the picture to the left end of what is in sight. */
  scrollTo(x: number): void;
  dispose(): void;
}

export interface StageOptions {
  readonly onChoose: (item: number) => void;
  readonly onScroll: () => void;
}

/** How far beyond the visible part is drawn as well, as a fraction of its width. */
const BESIDE = 0.75;

export function createStage(scroller: HTMLElement, options: StageOptions): Stage {
  const space = document.createElement('div');
  space.className = 'tl-space';
  const picture = svgElement('svg', 'tl-picture', { 'aria-hidden': 'true' });
  const [ground, arrows, strips, strong, boxes] = [
    'ground',
    'arrows',
    'strips',
    'strong',
    'boxes',
  ].map((name) => svgElement('g', `tl-${name}`)) as [
    SVGElement,
    SVGElement,
    SVGElement,
    SVGElement,
    SVGElement,
  ];
  picture.append(ground, arrows, strips, strong, boxes);
  space.append(picture);
  scroller.append(space);

  let drawing: Drawing | undefined;
  let drawn = { from: 0, to: -1 };
  let shown = { item: -1, moment: 0 };
  const spotlight = createSpotlight({ boxes, arrows, strong });

  function drawWindow(): void {
    if (!drawing) return;
    const { scrollLeft, clientWidth } = scroller;
    const reach = clientWidth * BESIDE;
    const from = Math.max(0, scrollLeft - reach);
    // The lanes go on to the right end of what is in sight.
    const width = Math.max(drawing.layout.width, clientWidth);
    const to = Math.min(width, scrollLeft + clientWidth + reach);
    drawn = { from, to };
    place(picture, from, to - from, drawing.layout.height);
    const [first, end] = boxesBetween(drawing.layout, from, to);
    ground.replaceChildren();
    for (const shape of groundOf(drawing, from, to)) {
      ground.append(shapeElement(shape));
    }
    strips.replaceChildren();
    boxes.replaceChildren();
    arrows.replaceChildren();
    const narrow = (to - from) / Math.max(1, end - first) < STRIP;
    if (narrow) {
      const shapes = stripShapes(drawing.view, drawing.layout, first, end);
      strips.replaceChildren(...shapes.map(shapeElement));
    } else {
      boxes.replaceChildren(...boxesOf(drawing, first, end).map(shapeElement));
      arrows.replaceChildren(...arrowsOf(drawing, first, end));
    }
    spotlight.begin(drawing, first, drawn);
    spotlight.show(shown.item, shown.moment);
  }

  const onScroll = (): void => {
    const { scrollLeft, clientWidth } = scroller;
    const width = drawing?.layout.width ?? 0;
    const left = scrollLeft < drawn.from && drawn.from > 0;
    const right = scrollLeft + clientWidth > drawn.to && drawn.to < width;
    if (left || right) drawWindow();
    options.onScroll();
  };
  const itemUnder = (event: Event): number => {
    const box = (event.target as Element).closest('[data-item]');
    return box ? Number(box.getAttribute('data-item')) : -1;
  };
  const onPointer = (event: Event): void => spotlight.hover(itemUnder(event));
  const onLeave = (): void => spotlight.hover(-1);
  const onClick = (event: MouseEvent): void => {
    const item = itemUnder(event);
    if (item >= 0) options.onChoose(item);
  };
  scroller.addEventListener('scroll', onScroll, { passive: true });
  boxes.addEventListener('pointerover', onPointer);
  boxes.addEventListener('pointerleave', onLeave);
  boxes.addEventListener('click', onClick as EventListener);
  const resized = new ResizeObserver(() => {
    if (drawn.to >= drawn.from) drawWindow();
    options.onScroll();
  });
  resized.observe(scroller);

  return {
    scroller,
    draw(next) {
      drawing = next;
      space.style.width = `${next.layout.width}px`;
      space.style.height = `${next.layout.height}px`;
      drawWindow();
    },
    show(item, moment, motion) {
      shown = { item, moment };
      spotlight.show(item, moment);
      if (drawing) keepInSight(scroller, drawing, item, motion);
    },
    scrollTo(x) {
      scroller.scrollTo({ left: x, behavior: 'instant' });
    },
    dispose() {
      resized.disconnect();
      scroller.removeEventListener('scroll', onScroll);
      space.remove();
    },
  };
}

function place(picture: SVGElement, x: number, width: number, height: number): void {
  picture.style.transform = `translateX(${x}px)`;
  picture.setAttribute('viewBox', `${x} 0 ${Math.max(1, width)} ${height}`);
  picture.setAttribute('width', String(Math.max(1, width)));
  picture.setAttribute('height', String(height));
}

function groundOf({ view, layout }: Drawing, from: number, to: number): Shape[] {
  const within = ({ x, width }: { x: number; width: number }): boolean =>
    x <= to && x + width >= from;
  const near = { ...layout, width: to, turns: thinned(layout.turns.filter(within)) };
  return [
    ...groundShapes(near, (turn) => turnText(turn, view.trace)),
    ...layout.waits
      .filter(within)
      .filter(({ width }) => width >= 6)
      .map((wait) => waitShape(wait, layout, waitLabels(wait.ms))),
  ];
}

/** Lines closer to each other than this would be a grey area. */
const CLOSEST_TURNS = 5;

function thinned(turns: Layout['turns']): Layout['turns'] {
  let last = -Infinity;
  return turns.filter(({ x }) => {
    if (x - last < CLOSEST_TURNS) return false;
    last = x;
    return true;
  });
}

function boxesOf({ view, layout, contents, metrics }: Drawing, first: number, end: number) {
  return layout.boxes.slice(first, end).flatMap((box): Shape[] => {
    const item = view.items[box.item];
    const content = contents[box.item];
    if (!item || !content) return [];
    return [boxShape(box, item.lane, content, item.lines.length > 0, metrics)];
  });
}

/** Arrows that end among the drawn boxes, one element for each of these. */
function arrowsOf({ view, layout }: Drawing, first: number, end: number): SVGElement[] {
  const elements: SVGElement[] = [];
  for (let item = first; item < end; item++) {
    const arrow = arrowTo(view, layout, item);
    const lane = view.items[item]?.lane;
    if (arrow && lane) {
      const element = shapeElement(
        arrowShape(arrow, lane, '', (layout.boxes[item]?.width ?? 0) < FINE),
      );
      element.setAttribute('data-to', String(item));
      elements.push(element);
    }
  }
  return elements;
}

/** Scrolls when the box is not in sight, so that what comes next is in sight as well. */
function keepInSight(
  scroller: HTMLElement,
  { layout }: Drawing,
  item: number,
  motion: boolean,
): void {
  const box = layout.boxes[item];
  if (!box) return;
  const { scrollLeft, clientWidth } = scroller;
  const margin = Math.min(24, clientWidth / 8);
  const left = scrollLeft + margin;
  const right = scrollLeft + clientWidth - margin;
  if (box.x >= left && box.x + box.width <= right) return;
  const before = Math.min(clientWidth / 4, Math.max(margin, clientWidth - box.width - margin));
  const target = Math.max(0, box.x - before);
  const near = Math.abs(target - scrollLeft) < clientWidth;
  scroller.scrollTo({ left: target, behavior: motion && near ? 'smooth' : 'instant' });
}
