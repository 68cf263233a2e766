import { html, nothing } from 'lit';
import type { NotRunReason } from '../../shared/predict.ts';
import type { PredictTexts } from '../../shared/predict-texts.ts';
import { fill } from '../../shared/fill.ts';
import { newTextButtons } from './changed-view.ts';
import type { PageContext } from './page.ts';
import { button, icon } from '../common/parts.ts';
import { around } from '../common/sentence.ts';
import { nearText, quoted } from './result-view.ts';
import { withheldOutcome } from './state.ts';
import type { PageState } from './state.ts';

/** Whether something has to be done before a prediction can be checked: then that is the button to press. */
export const hasRemedy = ({ notice, status }: PageState): boolean =>
  !notice &&
  status.kind === 'finished' &&
  status.outcome.kind === 'notRun' &&
  (status.outcome.reason === 'noNode' || status.outcome.reason === 'untrusted');

/** What went wrong before there could be a result; the prediction stays as it is. */
export function noticeView(state: PageState, page: PageContext): unknown {
  const { texts } = page;
  const { notice, status } = state;
  if (notice) {
    const text = state.mode === 'cards' ? texts.emptyCards : texts.emptyTyped;
    return html`<div class="callout info notice" role="alert">
      ${icon('info')}
      <p>${text}</p>
    </div>`;
  }
  if (state.withheld) return tryView(state, page);
  if (status.kind !== 'finished' || status.outcome.kind !== 'notRun') return nothing;
  const { reason, message } = status.outcome;
  if (reason === 'cancelled') {
    return html`<div class="callout info notice" id="result" tabindex="-1">
      ${icon('circle-slash')}
      <div>
        <strong>${texts.cancelled}</strong>
        <p>${texts.cancelledDetail}</p>
      </div>
    </div>`;
  }
  const details = { untrusted: texts.untrustedDetail, changed: texts.changedDetail };
  const text = reason === 'untrusted' || reason === 'changed' ? details[reason] : message;
  return problem(texts[reason], text, remedies(reason, status.predicting, page));
}

/** The last try was wrong; what the program prints is kept back until it is asked for. */
function tryView(state: PageState, page: PageContext): unknown {
  const wrong = withheldOutcome(state);
  if (!wrong) return nothing;
  const { texts, send } = page;
  const isHinted = state.withheld === 'line';
  return html`<div class="callout wrong notice try">
    ${icon('error')}
    <div>
      <h3 id="result" tabindex="-1">
        ${isHinted ? fill(texts.wrong, wrong.verdict.at + 1) : texts.notYet}
      </h3>
      <p>${isHinted ? hintDetail(wrong, texts) : texts.notYetDetail}</p>
      <div class="actions">
        ${
          isHinted
            ? nothing
            : button(texts.whichLine, {
                icon: 'lightbulb',
                look: 'secondary',
                press: () => send({ kind: 'hint' }),
              })
        }
        ${button(texts.reveal, { icon: 'eye', look: 'quiet', press: () => send({ kind: 'reveal' }) })}
      </div>
    </div>
  </div>`;
}

function hintDetail(
  { verdict, rows }: NonNullable<ReturnType<typeof withheldOutcome>>,
  texts: PredictTexts,
) {
  const near = rows.find(({ firstWrong }) => firstWrong)?.near;
  const line = verdict.predicted
    ? around(texts.wrongDetail, quoted(verdict.predicted, texts))
    : texts.wrongEnd;
  return html`${line} ${near ? nearText(near, texts) : nothing}`;
}

function problem(title: string, message: string, buttons: unknown) {
  return html`<div class="callout warning notice" id="result" tabindex="-1">
    ${icon('warning')}
    <div>
      <strong>${title}</strong>
      <p class="message">${message}</p>
      ${buttons}
    </div>
  </div>`;
}

function remedies(
  reason: Exclude<NotRunReason, 'cancelled'>,
  predicting: boolean,
  page: PageContext,
): unknown {
  const { texts } = page;
  switch (reason) {
    case 'noNode':
      return html`<div class="actions">
        ${button(texts.chooseNode, {
          icon: 'settings-gear',
          look: 'primary',
          press: () => page.openSetting('node.path'),
        })}
        ${button(texts.tryAgain, { icon: 'refresh', press: predicting ? page.check : page.run })}
      </div>`;
    case 'untrusted':
      return html`<div class="actions">
        ${button(texts.manageTrust, { icon: 'shield', look: 'primary', press: page.manageTrust })}
      </div>`;
    case 'changed':
      return newTextButtons(page);
    case 'unfit':
    case 'folder':
    case 'unsaved':
    case 'failed':
      return nothing;
  }
}
