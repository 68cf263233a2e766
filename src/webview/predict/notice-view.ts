import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit';
import type { NotRunReason } from '../../shared/predict.ts';
import { newTextButtons } from './changed-view.ts';
import type { PageContext } from './page.ts';
import { button, icon } from '../common/parts.ts';
import { around } from '../common/sentence.ts';
import { troubleTitle } from '../common/trouble-title.ts';
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
  const { notice, status } = state;
  if (notice) {
    const text =
      state.mode === 'cards'
        ? l10n.t('Place at least one line in your order, then check it.')
        : l10n.t(
            'Type at least one line, or choose "I predict no output", then check your prediction.',
          );
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
        <strong>${l10n.t('Canceled')}</strong>
        <p>${l10n.t('The run was stopped. Your prediction is as you left it.')}</p>
      </div>
    </div>`;
  }
  const details = {
    untrusted: l10n.t(
      "It's from a folder that you haven't trusted. Loopwise runs code of your workspace only when you trust it.",
    ),
    changed: l10n.t(
      'This page shows an older version of it, which was not run. Your prediction is as you left it.',
    ),
  };
  const text = reason === 'untrusted' || reason === 'changed' ? details[reason] : message;
  return problem(troubleTitle(reason), text, remedies(reason, status.predicting, page));
}

/** The last try was wrong; what the program prints is kept back until it is asked for. */
function tryView(state: PageState, page: PageContext): unknown {
  const wrong = withheldOutcome(state);
  if (!wrong) return nothing;
  const { send } = page;
  const isHinted = state.withheld === 'line';
  return html`<div class="callout wrong notice try">
    ${icon('error')}
    <div>
      <h3 id="result" tabindex="-1">
        ${isHinted ? l10n.t('Wrong from line {0}', wrong.verdict.at + 1) : l10n.t('Not right yet')}
      </h3>
      <p>
        ${isHinted ? hintDetail(wrong) : l10n.t("On this Node.js, the program can't print that. Change your prediction and check it again, or take a hint.")}
      </p>
      <div class="actions">
        ${
          isHinted
            ? nothing
            : button(l10n.t('Which Line Is Wrong?'), {
                icon: 'lightbulb',
                look: 'secondary',
                press: () => send({ kind: 'hint' }),
              })
        }
        ${button(l10n.t('Show What It Prints'), { icon: 'eye', look: 'quiet', press: () => send({ kind: 'reveal' }) })}
      </div>
    </div>
  </div>`;
}

function hintDetail({ verdict, rows }: NonNullable<ReturnType<typeof withheldOutcome>>) {
  const near = rows.find(({ firstWrong }) => firstWrong)?.near;
  const line = verdict.predicted
    ? around(l10n.t('You predicted {0} here.'), quoted(verdict.predicted))
    : l10n.t('Your prediction ends here, and the program prints more.');
  return html`${line} ${near ? nearText(near) : nothing}`;
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
  switch (reason) {
    case 'noNode':
      return html`<div class="actions">
        ${button(l10n.t('Open Settings'), {
          icon: 'settings-gear',
          look: 'primary',
          press: () => page.openSetting('node.path'),
        })}
        ${button(l10n.t('Try Again'), { icon: 'refresh', press: predicting ? page.check : page.run })}
      </div>`;
    case 'untrusted':
      return html`<div class="actions">
        ${button(l10n.t('Manage Workspace Trust'), { icon: 'shield', look: 'primary', press: page.manageTrust })}
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
