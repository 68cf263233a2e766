import type { ListName, OrderingAction } from './ordering.ts';

/** What a key does to the card that has the focus; what it does on Enter and Space is the button's own. */
export function cardAction(event: KeyboardEvent): OrderingAction | undefined {
  const card = (event.target as Element).closest<HTMLElement>('.card');
  const list = card?.closest<HTMLElement>('[data-list]')?.dataset['list'] as ListName | undefined;
  if (!card || !list) return undefined;
  const at = Number(card.dataset['at']);
  if (event.altKey) return list === 'order' ? moveAction(event.key, at) : undefined;
  if (event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  if (list === 'order' && (event.key === 'Delete' || event.key === 'Backspace')) {
    return { kind: 'remove', at };
  }
  const to = target(event.key, at);
  return to === undefined ? undefined : { kind: 'reach', list, at: to, focus: true };
}

function moveAction(key: string, from: number): OrderingAction | undefined {
  if (key === 'ArrowUp') return { kind: 'move', from, to: from - 1 };
  if (key === 'ArrowDown') return { kind: 'move', from, to: from + 1 };
  return undefined;
}

/** The reducer keeps places within the list. */
function target(key: string, at: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return at + 1;
    case 'ArrowUp':
    case 'ArrowLeft':
      return at - 1;
    case 'Home':
      return 0;
    case 'End':
      return Number.MAX_SAFE_INTEGER;
    default:
      return undefined;
  }
}
