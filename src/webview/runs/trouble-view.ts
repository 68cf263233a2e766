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
    folder: nothing,
    failed: nothing,
  }[reason];
  return html`<div class="callout warning notice" id="result" tabindex="-1">
    ${icon('warning')}
    <div>
      <strong>${texts.troubles[reason]}</strong>
      <p class="message">${reason === 'untrusted' ? texts.untrustedDetail : message}</p>
      ${remedy === nothing ? nothing : html`<div class="actions">${remedy}</div>`}
    </div>
  </div>`;
}
