import type { PageContext } from './page.ts';
import type { Action } from './action.ts';
import type { ListName, PageState } from './state.ts';

/** Keys for the whole page and for the cards; what a button does on Enter and Space is its own. */
export function listenToKeys(state: () => PageState, page: PageContext, signal: AbortSignal): void {
  const listen = (event: KeyboardEvent): void => {
    const running = state().status.kind === 'running';
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (!running) page.check();
    } else if (event.key === 'Escape' && running) {
      event.preventDefault();
      page.cancel();
    } else {
      const action = cardAction(event);
      if (!action) return;
      event.preventDefault();
      page.send(action);
    }
  };
  document.addEventListener('keydown', listen, { signal });
}

function cardAction(event: KeyboardEvent): Action | undefined {
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

function moveAction(key: string, from: number): Action | undefined {
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
