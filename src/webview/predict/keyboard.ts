import type { PageContext } from './page.ts';
import { cardAction } from '../ordering/card-keys.ts';
import type { PageState } from './state.ts';

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
