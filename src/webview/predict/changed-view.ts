import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit';
import { button, icon } from '../common/parts.ts';
import type { PageContext } from './page.ts';
import type { PageState } from './state.ts';

/** The page shows an older text than the document of the program has. */
export function changedView({ changed, status }: PageState, page: PageContext): unknown {
  const isTold = status.kind === 'finished' && status.outcome.kind === 'notRun';
  if (!changed || (isTold && status.outcome.reason === 'changed')) return nothing;
  return html`<div class="callout info notice" role="status">
    ${icon('info')}
    <div>
      <p>${l10n.t('The file has changed since this page was opened.')}</p>
      ${newTextButtons(page)}
    </div>
  </div>`;
}

/** What to do about it. */
export function newTextButtons({ refresh }: PageContext): unknown {
  return html`<div class="actions">
    ${button(l10n.t('Show the Current Version'), { icon: 'refresh', press: () => refresh(false) })}
    ${button(l10n.t('Run the Current Version'), { icon: 'play', press: () => refresh(true) })}
  </div>`;
}
