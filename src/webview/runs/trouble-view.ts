import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { RunsStatus } from '../../shared/runs.ts';
import { button, icon } from '../common/parts.ts';
import { troubleTitle } from '../common/trouble-title.ts';
import type { PageContext } from './page.ts';

/** Why there are no runs, and what to do about it. */
export function troubleView(
  { reason, message }: Extract<RunsStatus, { kind: 'notRun' }>,
  { ask }: PageContext,
): TemplateResult {
  const remedy = {
    noNode: button(l10n.t('Select Node.js…'), {
      icon: 'server-environment',
      press: () => ask({ kind: 'selectRuntime' }),
    }),
    untrusted: button(l10n.t('Manage Workspace Trust'), {
      icon: 'shield',
      press: () => ask({ kind: 'manageTrust' }),
    }),
    changed: nothing,
    unfit: nothing,
    unsaved: nothing,
    folder: nothing,
    failed: nothing,
  }[reason];
  const details = {
    untrusted: l10n.t(
      "It's from a folder that you haven't trusted. Loopwise runs code of your workspace only when you trust it.",
    ),
    changed: l10n.t(
      'This page shows an older version of it, which was not run. The buttons below run the current version.',
    ),
  };
  const detail = reason === 'untrusted' || reason === 'changed' ? details[reason] : message;
  return html`<div class="callout warning notice" id="result" tabindex="-1">
    ${icon('warning')}
    <div>
      <strong>${troubleTitle(reason)}</strong>
      <p class="message">${detail}</p>
      ${remedy === nothing ? nothing : html`<div class="actions">${remedy}</div>`}
    </div>
  </div>`;
}
