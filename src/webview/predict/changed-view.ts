import { html, nothing } from 'lit';
import { button, icon } from '../common/parts.ts';
import type { PageContext } from './page.ts';
import type { PageState } from './state.ts';

/** The page shows an older text than the document of the program has. */
export function changedView({ changed, status }: PageState, page: PageContext): unknown {
  const isTold = status.kind === 'finished' && status.outcome.kind === 'notRun';
  if (!changed || (isTold && status.outcome.reason === 'changed')) return nothing;
  const { texts } = page;
  return html`<div class="callout info notice" role="status">
    ${icon('info')}
    <div>
      <p>${texts.changedSince}</p>
      ${newTextButtons(page)}
    </div>
  </div>`;
}

/** What to do about it. */
export function newTextButtons({ texts, refresh }: PageContext): unknown {
  return html`<div class="actions">
    ${button(texts.showNewText, { icon: 'refresh', press: () => refresh(false) })}
    ${button(texts.runNewText, { icon: 'play', press: () => refresh(true) })}
  </div>`;
}
