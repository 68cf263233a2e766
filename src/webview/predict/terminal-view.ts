import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { TypedPiece, Typing } from '../../shared/predict.ts';
import { inputLimit } from '../../shared/limits.ts';
import { styledText } from '../common/ansi.ts';
import { button } from '../common/parts.ts';
import type { PageContext } from './page.ts';

/** What a program that reads standard input has written so far, and a field to type what it reads. */
export function terminalView(typing: Typing, page: PageContext): TemplateResult {
  return html`<section class="terminal" aria-labelledby="terminal-title">
    <h3 id="terminal-title">${l10n.t('The program is reading standard input')}</h3>
    <div class="screen" role="log" aria-label=${l10n.t('Output so far')} tabindex="0">
      ${typing.isCut ? html`<p class="keys">${l10n.t('Earlier output is not shown here.')}</p>` : nothing}
      <pre>${typing.pieces.map(pieceView)}</pre>
    </div>
    ${typing.isOpen ? entry(typing.run, page) : html`<p class="keys">${l10n.t('The input has ended. The time limit applies again.')}</p>`}
  </section>`;
}

const pieceView = ({ stream, text }: TypedPiece): TemplateResult =>
  html`<span class="of-${stream}"
    >${styledText(text).map(({ text: part, classes }) =>
      classes.length === 0 ? part : html`<span class=${classes.join(' ')}>${part}</span>`,
    )}</span
  >`;

function entry(run: number, { type, endInput }: PageContext): TemplateResult {
  const send = (field: HTMLTextAreaElement): void => {
    type(run, `${field.value}\n`);
    field.value = '';
  };
  const keydown = (event: KeyboardEvent): void => {
    const field = event.target as HTMLTextAreaElement;
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      event.stopPropagation();
      send(field);
    } else if (event.key === 'd' && event.ctrlKey && field.value === '') {
      event.preventDefault();
      endInput(run);
    }
  };
  return html`<div class="entry">
    <label for="stdin">${l10n.t('Standard input')}</label>
    <textarea
      id="stdin"
      rows="1"
      dir="auto"
      spellcheck="false"
      autocomplete="off"
      autocapitalize="off"
      maxlength=${inputLimit - 1}
      aria-describedby="stdin-hint"
      .value=${live('')}
      @keydown=${keydown}
    ></textarea>
    <p class="keys" id="stdin-hint">
      ${l10n.t('Enter sends what you typed, Shift+Enter adds a line, Ctrl+D in the empty field ends the input. The time limit is paused until the input ends.')}
    </p>
    ${button(l10n.t('End Input'), { icon: 'debug-disconnect', look: 'secondary', press: () => endInput(run) })}
  </div>`;
}
