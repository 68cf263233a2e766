import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Mode } from '../../shared/predict.ts';
import { cardsView } from '../ordering/cards-view.ts';
import { hasRemedy, noticeView } from './notice-view.ts';
import type { PageContext } from './page.ts';
import { checkKeys } from '../common/check-keys.ts';
import { button, icon } from '../common/parts.ts';
import { terminalView } from './terminal-view.ts';
import { markedLine, offersNothing } from './state.ts';
import type { PageState } from './state.ts';

/** Where the prediction is entered, and what can be done with it. */
export function predictionView(state: PageState, page: PageContext): TemplateResult {
  const running = state.status.kind === 'running';
  return html`
    <div class="work-head">
      <h2>${l10n.t('What does it print?')}</h2>
      ${state.cards.length > 0 ? modeSwitch(state, page) : nothing}
    </div>
    <div class="editor" ?inert=${running} ?hidden=${state.typing !== undefined}>
      ${state.mode === 'cards' ? cardsView(state, { ...page, wrongLine: markedLine(state) }) : typedView(state, page)}
      ${offersNothing(state) ? nothingChoice(state, page) : nothing}
    </div>
    ${state.typing ? terminalView(state.typing, page) : nothing} ${noticeView(state, page)}
    ${actions(state, page)}
  `;
}

function modeSwitch(state: PageState, { send }: PageContext): TemplateResult {
  const choice = (mode: Mode, label: string) =>
    html`<label>
      <input
        type="radio"
        name="mode"
        .checked=${live(state.mode === mode)}
        ?disabled=${state.status.kind === 'running'}
        @change=${() => send({ kind: 'mode', mode })}
      /><span>${label}</span>
    </label>`;
  return html`<fieldset class="radios modes">
    <legend class="sr-only">${l10n.t('How to predict')}</legend>
    ${choice('cards', l10n.t('Order lines'))} ${choice('typed', l10n.t('Type lines'))}
  </fieldset>`;
}

function typedView(state: PageState, { send }: PageContext): TemplateResult {
  // Not by the number of cards, which would say how many lines are printed.
  const rows = Math.max(8, state.typed.split('\n').length + 1);
  return html`<div class="typed">
    <label for="typed">${l10n.t('Your prediction, one line for each printed line')}</label>
    <textarea
      id="typed"
      rows=${Math.min(rows, 20)}
      dir="auto"
      spellcheck="false"
      autocomplete="off"
      autocapitalize="off"
      aria-describedby="typed-hint"
      .value=${live(state.typed)}
      @input=${({ target }: InputEvent) =>
        send({ kind: 'type', text: (target as HTMLTextAreaElement).value })}
    ></textarea>
    <p class="keys" id="typed-hint">
      ${l10n.t('Type what goes to stderr as it is. Write an error that ends the program as "Uncaught TypeError: …", and then its exit code as "exit code 1".')}
      ${state.cards.length === 0 ? l10n.t('The lines of this code are unknown before it runs, so you type them.') : nothing}
    </p>
  </div>`;
}

function nothingChoice(state: PageState, { send }: PageContext): TemplateResult {
  return html`<label class="nothing">
    <input
      type="checkbox"
      .checked=${live(state.nothing)}
      @change=${({ target }: Event) =>
        send({ kind: 'nothing', on: (target as HTMLInputElement).checked })}
    />
    <span>${l10n.t('I predict no output')}</span>
  </label>`;
}

function actions(state: PageState, page: PageContext): TemplateResult {
  if (state.status.kind === 'running') {
    const { predicting } = state.status;
    return html`<div class="actions running">
      <button type="button" id="check" class="button" aria-disabled="true">
        ${icon('loading codicon-modifier-spin')}<span
          >${predicting ? l10n.t('Checking…') : l10n.t('Running…')}</span
        >
      </button>
      <button type="button" class="button secondary" @click=${page.cancel}>
        <span>${l10n.t('Cancel')}</span><kbd aria-hidden="true">Esc</kbd>
      </button>
    </div>`;
  }
  return html`<div class="actions">
    <button
      type="button"
      id="check"
      class="button ${hasRemedy(state) ? 'secondary' : ''}"
      aria-keyshortcuts="Control+Enter Meta+Enter"
      @click=${page.check}
    >
      ${icon('check')}<span>${l10n.t('Check Prediction')}</span
      ><kbd aria-hidden="true">${checkKeys()}</kbd>
    </button>
    ${
      state.withheld && !state.changed
        ? nothing
        : button(
            state.changed ? l10n.t('Run the Current Version') : l10n.t('Run Without Predicting'),
            {
              icon: 'play',
              look: 'secondary',
              press: page.run,
            },
          )
    }
  </div>`;
}
