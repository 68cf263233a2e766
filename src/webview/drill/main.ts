import * as l10n from '@vscode/l10n';
import './drill.css';
import { html, render, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  drillActions,
  type DrillData,
  type DrillKept,
  type DrillRequest,
} from '../../shared/drill.ts';
import type { LineCard, Mode } from '../../shared/predict.ts';
import { isOneOf } from '../common/is-one-of.ts';
import { isBelowFold } from '../common/is-below-fold.ts';
import { checkKeys } from '../common/check-keys.ts';
import { keepColumnsInView } from '../common/columns.ts';
import { element } from '../common/element.ts';
import { icon } from '../common/parts.ts';
import { cardAction } from '../ordering/card-keys.ts';
import { cardsView } from '../ordering/cards-view.ts';
import { createDragging } from '../ordering/drag.ts';
import { reduceOrdering, type Ordering, type OrderingAction } from '../ordering/ordering.ts';
import { orderingWords } from '../ordering/ordering-words.ts';
import { linesOf, matchCards, textsAt } from '../ordering/typed-lines.ts';
import type { Phase } from '../../shared/timeline.ts';
import { startPage, type PageContext } from '../page/start.ts';
import { laneName } from '../timeline/lane-name.ts';
import { showTimelines } from './timelines.ts';

type Page = PageContext<DrillRequest, DrillKept>;

startPage<DrillData, DrillRequest, never, DrillKept>({
  show(data, page) {
    const { signal } = page;
    const ask = (request: DrillRequest): void => void page.ask(request).catch(() => undefined);
    const columns = document.getElementById('columns');
    if (columns) keepColumnsInView(columns, signal);
    for (const note of document.querySelectorAll<HTMLElement>('[data-phase]')) {
      note.textContent = laneName(note.dataset['phase'] as Phase);
    }
    if (data.timelines) showTimelines(data.timelines, signal);
    const prediction = data.cards ? showPrediction(data, data.cards, page, ask) : undefined;

    function handleClick({ target }: MouseEvent): void {
      const button = target instanceof Element && target.closest<HTMLElement>('[data-do]');
      if (!button) return;
      const { do: name, of = '' } = button.dataset;
      if (name === 'against' || name === 'smallest') ask({ kind: name, belief: of });
      else if (name === 'openQuestion') ask({ kind: name, question: of });
      else if (isOneOf(drillActions, name)) ask({ kind: name });
    }

    function handleChange({ target }: Event): void {
      if (!(target instanceof HTMLInputElement) || target.name !== 'level') return;
      const level = target.value === 'adaptive' ? 'adaptive' : Number(target.value);
      ask({ kind: 'level', level: level as 1 | 2 | 3 | 4 | 'adaptive' });
    }

    /** Keys do nothing while somebody types, or holds a modifier. */
    function handleKey(event: KeyboardEvent): void {
      const { target, key } = event;
      if (key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        prediction?.check();
        return;
      }
      const action = target instanceof Element ? cardAction(event) : undefined;
      if (action) {
        event.preventDefault();
        prediction?.send(action);
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (target instanceof HTMLTextAreaElement) return;
      const isControl = target instanceof Element && target.closest('button, input, a, pre');
      const selector =
        key === ' '
          ? isControl || isBelowFold('[data-next]')
            ? undefined
            : '[data-next]'
          : keys[key.toLowerCase()];
      const button = selector && document.querySelector<HTMLElement>(selector);
      if (!button) return;
      event.preventDefault();
      button.click();
    }

    document.addEventListener('click', handleClick, { signal });
    document.addEventListener('change', handleChange, { signal });
    document.addEventListener('keydown', handleKey, { signal });
    return { receive: () => undefined };
  },
});

const keys: Readonly<Record<string, string>> = {
  t: '[data-do="timeline"]',
  c: '[data-do="copyLink"]',
  s: '[data-do="stop"]',
  m: '[data-do="against"]',
  p: '[data-do="smallest"]',
  q: '[data-do="openQuestion"]',
  o: '[data-do="giveUp"]',
};

interface Prediction {
  readonly send: (action: OrderingAction) => void;
  readonly check: () => void;
}

/** The lists or the field in which the output is predicted. */
function showPrediction(
  { mode: firstMode, isWhole }: DrillData,
  cards: readonly LineCard[],
  { kept, keep, announce, signal }: Page,
  ask: (request: DrillRequest) => void,
): Prediction {
  const work = element('work');
  let mode: Mode = kept?.mode ?? firstMode;
  let typed = kept?.typed ?? '';
  let isEmpty = false;
  let state: Ordering = {
    cards,
    placed: (kept?.placed ?? []).filter((card) => card in cards),
    reach: { pool: 0, order: 0 },
  };
  const dragging = createDragging(work, () => state, send, signal);
  draw();

  function send(action: OrderingAction): void {
    const change = reduceOrdering(state, action);
    if (!change) return;
    state = change.ordering;
    isEmpty = false;
    draw();
    if (change.said) announce(orderingWords(change.said, cards));
    const { focus } = change;
    if (!focus) return;
    const selector =
      'list' in focus
        ? `[data-list="${focus.list}"] .card[data-at="${focus.at}"]`
        : focus.element === 'first'
          ? '.card'
          : '#check';
    work.querySelector<HTMLElement>(selector)?.focus();
  }

  function check(): void {
    const lines = mode === 'typed' ? linesOf(typed) : textsAt(cards, state.placed);
    isEmpty = lines.length === 0;
    if (isEmpty) draw();
    else ask({ kind: 'predict', prediction: { mode, lines } });
  }

  function choose(next: Mode): void {
    if (next === mode) return;
    if (next === 'typed') typed = textsAt(cards, state.placed).join('\n');
    else state = { ...state, placed: matchCards(typed, cards).placed };
    mode = next;
    isEmpty = false;
    draw();
  }

  function draw(): void {
    render(view(), work);
    dragging.refresh();
    keep({ mode, placed: state.placed, typed });
  }

  function view(): TemplateResult {
    const choice = (one: Mode, label: string) =>
      html`<label
        ><input
          type="radio"
          name="mode"
          .checked=${live(mode === one)}
          @change=${() => choose(one)}
        /><span>${label}</span></label
      >`;
    return html`<div class="work-head">
        <h2>${l10n.t('What does it print?')}</h2>
        <fieldset class="radios modes">
          <legend class="sr-only">${l10n.t('How to predict')}</legend>
          ${choice('cards', l10n.t('Order lines'))} ${choice('typed', l10n.t('Type lines'))}
        </fieldset>
      </div>
      <div class="editor">
        ${mode === 'cards' ? cardsView(state, { send, isWhole }) : typedView()}
      </div>
      <p class="empty" role="alert">
        ${isEmpty ? l10n.t('Predict at least one line, then check it.') : ''}
      </p>
      <div class="actions">
        <button type="button" id="check" class="button" @click=${check}>
          ${icon('check')}<span>${l10n.t('Check Prediction')}</span
          ><kbd aria-hidden="true">${checkKeys()}</kbd>
        </button>
        <button type="button" class="button secondary" data-do="giveUp">
          <span>${l10n.t('Show Output')}</span><kbd aria-hidden="true">O</kbd>
        </button>
      </div>`;
  }

  const typedView = (): TemplateResult =>
    html`<div class="typed">
      <label for="typed">${l10n.t('Your prediction, one line for each printed line')}</label>
      <textarea
        id="typed"
        rows="12"
        dir="auto"
        spellcheck="false"
        autocomplete="off"
        autocapitalize="off"
        .value=${live(typed)}
        @input=${({ target }: InputEvent) => {
          typed = (target as HTMLTextAreaElement).value;
          isEmpty = false;
          draw();
        }}
      ></textarea>
    </div>`;

  return { send, check };
}
