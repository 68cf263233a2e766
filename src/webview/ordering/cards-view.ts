import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { LineCard } from '../../shared/predict.ts';
import { lineName, lineView } from '../common/line-view.ts';
import { icon } from '../common/parts.ts';
import { pool } from './ordering.ts';
import type { Drag, ListName, Ordering, OrderingAction } from './ordering.ts';

/** What the lists are drawn with. */
export interface CardsContext {
  readonly send: (action: OrderingAction) => void;
  /** The line of the order that is marked as wrong. */
  readonly wrongLine?: number | undefined;
  /** Each of the lines is printed. */
  readonly isWhole?: boolean | undefined;
}

/** Two lists: the lines that may be printed, and those that are in order already. */
export function cardsView(state: Ordering, page: CardsContext): TemplateResult {
  const rest = pool(state);
  return html`
    <section class="pool" aria-labelledby="pool-heading">
      <div class="list-head">
        <h3 id="pool-heading">${l10n.t('Lines')}</h3>
        ${
          page.isWhole === true
            ? nothing
            : html`<p class="left-over">${l10n.t('Some lines may be left over.')}</p>`
        }
      </div>
      <ul class="cards ${dropClass(state.drag, 'pool')}" data-list="pool">
        ${repeat(
          state.cards,
          (_, card) => card,
          (_, card) => {
            const at = rest.indexOf(card);
            return at === -1 ? gap(state, card) : poolItem(state, page, card, at);
          },
        )}
      </ul>
    </section>
    <section class="order" aria-labelledby="order-heading">
      <div class="list-head">
        <h3 id="order-heading">${l10n.t('Your order')}</h3>
        ${
          state.placed.length === 0
            ? nothing
            : html`<button
                type="button"
                class="button quiet small"
                @click=${() => page.send({ kind: 'clear' })}
              >
                ${l10n.t('Clear')}
              </button>`
        }
      </div>
      <ol class="slots ${dropClass(state.drag, 'order')}" data-list="order">
        ${repeat(
          state.placed,
          (card) => card,
          (card, at) => orderItem(state, page, card, at),
        )}
        ${rest.length === 0 ? nothing : emptySlot(state.placed.length, l10n.t('Click a line above, or drag it here.'))}
      </ol>
      <p class="keys" id="order-keys">
        ${l10n.t(
          'Arrow keys move between lines. Drag a line to move it, or press Alt+Up and Alt+Down. Delete removes it.',
        )}
      </p>
    </section>
  `;
}

function poolItem(state: Ordering, page: CardsContext, index: number, at: number) {
  const card = cardAt(state, index);
  return html`<li class="pool-item ${dragClass(state.drag, index)}" data-card=${index}>
    <button
      type="button"
      class="card"
      data-at=${at}
      tabindex=${at === state.reach.pool ? 0 : -1}
      title=${l10n.t('Add to your order')}
      @click=${() => page.send({ kind: 'place', card: index })}
      @focus=${() => page.send({ kind: 'reach', list: 'pool', at, focus: false })}
    >
      ${grip()}${lineView(card)}
    </button>
  </li>`;
}

/** The place of a card that is in the order now: nothing moves under the mouse. */
function gap(state: Ordering, index: number) {
  return html`<li class="gap" aria-hidden="true">
    <span class="card">${grip()}${lineView(cardAt(state, index))}</span>
  </li>`;
}

/** One alone, as more would say how many lines are printed; the first one says what to do. */
function emptySlot(at: number, hint: string) {
  return html`<li class="slot empty" aria-hidden=${at === 0 ? 'false' : 'true'}>
    <span class="number" aria-hidden="true">${at + 1}</span>
    <span class="room">${at === 0 ? hint : nothing}</span>
  </li>`;
}

const grip = () => icon('gripper');

function orderItem(state: Ordering, page: CardsContext, index: number, at: number) {
  const { send } = page;
  const card = cardAt(state, index);
  const name = lineName(card);
  const count = state.placed.length;
  const tabindex = at === state.reach.order ? 0 : -1;
  const isWrong = at === page.wrongLine;
  const move = (to: number) => send({ kind: 'move', from: at, to });
  return html`<li
    class="slot ${dragClass(state.drag, index)} ${overClass(state, at)} ${isWrong ? 'wrong-line' : ''}"
    data-card=${index}
  >
    <span class="number" aria-hidden="true">${at + 1}</span>
    <button
      type="button"
      class="card"
      data-at=${at}
      tabindex=${tabindex}
      aria-describedby="order-keys"
      @click=${() => send({ kind: 'remove', at })}
      @focus=${() => send({ kind: 'reach', list: 'order', at, focus: false })}
    >
      ${grip()}${lineView(card)}
      <span class="sr-only"
        >${l10n.t('position {0} of {1}', at + 1, count)}${isWrong ? html`, ${l10n.t('first wrong line')}` : nothing}</span
      >
    </button>
    <span class="tools">
      ${tool('arrow-up', l10n.t('Move {0} up', name), tabindex, at === 0, () => move(at - 1))}
      ${tool('arrow-down', l10n.t('Move {0} down', name), tabindex, at === count - 1, () =>
        move(at + 1),
      )}
      ${tool('close', l10n.t('Remove {0}', name), tabindex, false, () =>
        send({ kind: 'remove', at }),
      )}
    </span>
  </li>`;
}

function tool(name: string, label: string, tabindex: number, off: boolean, press: () => void) {
  return html`<button
    type="button"
    class="tool"
    tabindex=${tabindex}
    aria-label=${label}
    title=${label}
    ?disabled=${off}
    @click=${press}
  >
    ${icon(name)}
  </button>`;
}

function cardAt(state: Ordering, index: number): LineCard {
  return state.cards[index] ?? { stream: 'stdout', text: '', typed: '' };
}

function dropClass(drag: Drag | undefined, list: ListName): string {
  if (!drag) return '';
  return drag.over?.list === list ? 'droppable over' : 'droppable';
}

const dragClass = (drag: Drag | undefined, card: number): string =>
  drag?.card === card ? 'dragged' : '';

/** A line before the slot where the card would land, or after the last one. */
function overClass({ drag, placed }: Ordering, at: number): string {
  if (drag?.over?.list !== 'order') return '';
  if (drag.over.at === at) return 'drop-before';
  return drag.over.at === placed.length && at === placed.length - 1 ? 'drop-after' : '';
}
