import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { RunsStatus } from '../../shared/runs.ts';
import { button, icon } from '../common/parts.ts';
import type { PageContext } from './page.ts';

/** Why there are no runs, and what to do about it. */
export function troubleView(
  { reason, message }: Extract<RunsStatus, { kind: 'notRun' }>,
  { texts, ask }: PageContext,
): TemplateResult {
  const remedy = {
    noNode: button(texts.selectRuntime, {
      icon: 'server-environment',
      press: () => ask({ kind: 'selectRuntime' }),
    }),
    untrusted: button(texts.manageTrust, {
      icon: 'shield',
      press: () => ask({ kind: 'manageTrust' }),
    }),
    changed: nothing,
    unfit: nothing,
    unsaved: nothing,
    folder: nothing,
    failed: nothing,
  }[reason];
  const details = { untrusted: texts.untrustedDetail, changed: texts.changedDetail };
  const detail = reason === 'untrusted' || reason === 'changed' ? details[reason] : message;
  return html`<div class="callout warning notice" id="result" tabindex="-1">
    ${icon('warning')}
    <div>
      <strong>${texts.troubles[reason]}</strong>
      <p class="message">${detail}</p>
      ${remedy === nothing ? nothing : html`<div class="actions">${remedy}</div>`}
    </div>
  </div>`;
}
