import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { RunsStatus, ReportText } from '../../shared/runs.ts';
import { icon } from '../common/parts.ts';

type Shown = Exclude<RunsStatus, { kind: 'notRun' }>;

/** The answer in big plain words; while it is on its way, how far it is. */
export function verdictView(status: Shown): TemplateResult {
  if (status.kind === 'idle')
    return html`<p class="idle">${l10n.t('Nothing has run since this page was reopened.')}</p>`;
  const words: ReportText = status.report?.words ?? {
    look: 'neutral',
    title: l10n.t('Looking for Node.js…'),
    details: [],
  };
  return html`<header class="verdict ${words.look}">
    ${icon(status.kind === 'running' ? 'sync' : symbols[words.look])}
    <div>
      <h2 id="result" tabindex="-1">${words.title}</h2>
      ${status.kind === 'running' ? progressView(status) : nothing}
      ${status.kind === 'finished' && status.stopped ? html`<p>${stoppedText(status)}</p>` : nothing}
      ${words.details.map((detail) => html`<p>${detail}</p>`)}
    </div>
  </header>`;
}

const symbols: Readonly<Record<ReportText['look'], string>> = {
  right: 'pass',
  neutral: 'graph',
  warning: 'watch',
  wrong: 'error',
};

function progressView({ report }: Extract<Shown, { kind: 'running' }>): TemplateResult {
  const { done, wanted } = report ?? { done: 0, wanted: 0 };
  const text =
    wanted === 0 ? l10n.t('Looking for Node.js…') : l10n.t('{0} of {1} runs', done, wanted);
  return html`<p class="progress">
    <progress max=${Math.max(wanted, 1)} .value=${done} aria-label=${text}></progress>
    <span>${text}</span>
  </p>`;
}

function stoppedText({ report }: Extract<Shown, { kind: 'finished' }>): string {
  return l10n.t('Stopped after {0} of {1} runs.', report.done, report.wanted);
}
