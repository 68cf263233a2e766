import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import type { Drag, ListName, Ordering, OrderingAction } from './ordering.ts';

/**
 * Lets the mouse carry cards between and within the lists; call `refresh` after each drawing.
 * @param signal ends it, with the page
 */
export function createDragging(
  root: HTMLElement,
  state: () => Ordering,
  send: (action: OrderingAction) => void,
  signal: AbortSignal,
): { refresh(): void } {
  const known = new Map<HTMLElement, () => void>();

  const forgetDrags = monitorForElements({
    onDragStart: ({ source }) => send({ kind: 'drag', drag: { card: cardOf(source.element) } }),
    onDrag: ({ source, location }) => {
      const card = cardOf(source.element);
      const list = location.current.dropTargets[0]?.element;
      const drag: Drag = list
        ? { card, over: place(list as HTMLElement, location.current.input.clientY) }
        : { card };
      if (!sameDrag(drag, state().drag)) send({ kind: 'drag', drag });
    },
    onDrop: ({ source, location }) => {
      const list = location.current.dropTargets[0]?.element;
      const card = cardOf(source.element);
      send({ kind: 'drag', drag: undefined });
      if (!list) return;
      const action = drop(
        card,
        place(list as HTMLElement, location.current.input.clientY),
        state(),
      );
      if (action) send(action);
    },
  });

  signal.addEventListener('abort', () => {
    forgetDrags();
    for (const forget of known.values()) forget();
    known.clear();
  });

  return {
    refresh() {
      for (const [element, forget] of known) {
        if (element.isConnected) continue;
        forget();
        known.delete(element);
      }
      for (const element of root.querySelectorAll<HTMLElement>('[data-card], [data-list]')) {
        if (!known.has(element)) known.set(element, register(element));
      }
    },
  };
}

function register(element: HTMLElement): () => void {
  return combine(
    'list' in element.dataset ? dropTargetForElements({ element }) : draggable({ element }),
  );
}

/** Where a card that is let go belongs; nothing where it would stay as it is. */
function drop(
  card: number,
  to: NonNullable<Drag['over']>,
  { placed }: Ordering,
): OrderingAction | undefined {
  const from = placed.indexOf(card);
  if (to.list === 'pool') return from === -1 ? undefined : { kind: 'remove', at: from };
  if (from === -1) return { kind: 'place', card, at: to.at };
  // The list loses the card first, so places behind it move up.
  const at = to.at > from ? to.at - 1 : to.at;
  return at === from ? undefined : { kind: 'move', from, to: at };
}

function place(list: HTMLElement, y: number): NonNullable<Drag['over']> {
  const slots = [...list.querySelectorAll('[data-card]')];
  const at = slots.findIndex((slot) => {
    const { top, height } = slot.getBoundingClientRect();
    return y < top + height / 2;
  });
  const name = list.dataset['list'] as ListName;
  return { list: name, at: at === -1 ? slots.length : at };
}

const cardOf = (element: Element): number => Number((element as HTMLElement).dataset['card']);

const sameDrag = (a: Drag, b: Drag | undefined): boolean =>
  a.card === b?.card && a.over?.list === b.over?.list && a.over?.at === b.over?.at;
