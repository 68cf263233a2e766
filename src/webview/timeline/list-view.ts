import * as l10n from '@vscode/l10n';
import { html, render } from 'lit';
import { listEntries } from './list-text.ts';
import type { RunView } from './run-view.ts';

/** The run as an ordered list, to be read from top to bottom. */
export interface ListView {
  draw(view: RunView): void;
  show(item: number, motion: boolean): void;
}

/** @param isImagined nothing of it ran */
export function createListView(
  container: HTMLElement,
  onChoose: (item: number) => void,
  isImagined: boolean,
): ListView {
  let entries: HTMLCollectionOf<Element> | undefined;
  let current: Element | undefined;
  container.addEventListener('click', ({ target }) => {
    const entry = (target as Element).closest('li');
    if (entry) onChoose(Number(entry.getAttribute('data-entry')));
  });
  return {
    draw(view) {
      render(listOf(view, isImagined), container);
      entries = container.getElementsByTagName('li');
      current = undefined;
    },
    show(item, motion) {
      const next = entries?.[item];
      if (next === current) return;
      current?.removeAttribute('aria-current');
      next?.setAttribute('aria-current', 'step');
      current = next;
      if (next) keepInSight(container, next as HTMLElement, motion);
    },
  };
}

function listOf(view: RunView, isImagined: boolean) {
  const label = isImagined
    ? l10n.t('Callbacks in the imagined order')
    : l10n.t('Callbacks in the order in which they ran');
  return html`<ol class="tl-list" aria-label=${label}>
    ${listEntries(view).map(
      ({ item, name, where, what }) =>
        html`<li data-entry=${item} class="tl-lane-${view.items[item]?.lane}">
          <button type="button" class="tl-entry" title=${l10n.t('Show step')}>
            <span class="tl-dot" aria-hidden="true"></span><b>${name}</b>
            <span class="tl-entry-where">${where}</span><span class="sr-only">: </span>
          </button>
          <span class="tl-entry-what">${what}</span>
        </li>`,
    )}
  </ol>`;
}

/** Scrolls the list alone; the page stays where it is. */
function keepInSight(container: HTMLElement, entry: HTMLElement, motion: boolean): void {
  const outer = container.getBoundingClientRect();
  const inner = entry.getBoundingClientRect();
  if (inner.top >= outer.top && inner.bottom <= outer.bottom) return;
  const top = container.scrollTop + inner.top - outer.top - outer.height / 3;
  container.scrollTo({ top, behavior: motion ? 'smooth' : 'instant' });
}
