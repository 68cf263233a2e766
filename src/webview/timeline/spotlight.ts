import { arrowTo, settledArrowTo, type Arrow } from './arrows.ts';
import { chainOf } from './chain.ts';
import { arrowShape, type Shape } from './scene.ts';
import type { Drawing } from './drawing.ts';
import { shapeElement } from './svg-elements.ts';

/** Marks on the drawn boxes: what has run, what runs, and the chain of one of them. */
export interface Spotlight {
  /** After the boxes were drawn: those from `first` on. */
  begin(drawing: Drawing, first: number, sight: Sight): void;
  show(item: number, moment: number): void;
  /** Shows the chain of a box under the pointer; -1 goes back to that of the step. */
  hover(item: number): void;
}

/** The stretch of the picture that is drawn. */
export interface Sight {
  readonly from: number;
  readonly to: number;
}

export interface SpotlightLayers {
  readonly boxes: SVGElement;
  readonly arrows: SVGElement;
  readonly strong: SVGElement;
}

/** Chains can be as long as the run; farther ancestors are out of sight anyway. */
const LONGEST_CHAIN = 40;

export function createSpotlight({ boxes, arrows, strong }: SpotlightLayers): Spotlight {
  let drawing: Drawing | undefined;
  let first = 0;
  let sight: Sight = { from: 0, to: 0 };
  let looks: string[] = [];
  let shown = { item: -1, moment: 0 };
  let hovered = -1;

  function markBoxes(): void {
    if (!drawing) return;
    const chain = new Set(chainOf(drawing.view, spotted()).slice(0, LONGEST_CHAIN));
    const elements = boxes.children;
    for (let index = 0; index < elements.length; index++) {
      const item = first + index;
      const look = [
        item === shown.item ? 'now' : isLater(item) ? 'later' : '',
        chain.has(item) ? 'chain' : '',
      ].join(' ');
      if (looks[index] === look) continue;
      looks[index] = look;
      setLook(elements[index], ['now', 'later', 'chain'], look);
    }
  }

  function isLater(item: number): boolean {
    return (drawing?.view.items[item]?.from ?? 0) > shown.moment;
  }

  /** Arrows to what is not scheduled yet are there, but hardly. */
  function markArrows(): void {
    for (const element of arrows.children) {
      const task = drawing?.view.items[Number(element.getAttribute('data-to'))]?.task;
      element.classList.toggle('later', (task?.scheduledAt ?? 0) > shown.moment);
    }
  }

  function drawChain(): void {
    if (!drawing) return;
    strong.replaceChildren(...chainShapes(drawing, spotted(), sight).map(shapeElement));
  }

  const spotted = (): number => (hovered >= 0 ? hovered : shown.item);

  return {
    begin(next, from, drawn) {
      drawing = next;
      first = from;
      sight = drawn;
      looks = [];
    },
    show(item, moment) {
      shown = { item, moment };
      markBoxes();
      markArrows();
      drawChain();
    },
    hover(item) {
      if (item === hovered) return;
      hovered = item;
      markBoxes();
      drawChain();
    },
  };
}

function chainShapes({ view, layout }: Drawing, item: number, sight: Sight): Shape[] {
  const inSight = ({ start, end }: Arrow): boolean => start.x <= sight.to && end.x >= sight.from;
  const shapes: Shape[] = [];
  for (const to of chainOf(view, item).slice(0, LONGEST_CHAIN)) {
    const arrow = arrowTo(view, layout, to);
    const lane = view.items[to]?.lane;
    if (arrow && lane && inSight(arrow)) shapes.push(arrowShape(arrow, lane, 'tl-strong'));
  }
  const settled = settledArrowTo(view, layout, item);
  const lane = view.items[item]?.lane;
  if (settled && lane) shapes.push(arrowShape(settled, lane, 'tl-strong tl-settled'));
  return shapes.reverse();
}

function setLook(element: Element | undefined, names: readonly string[], look: string): void {
  const wanted = new Set(look.split(' '));
  for (const name of names) element?.classList.toggle(name, wanted.has(name));
}
