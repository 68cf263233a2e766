import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { RunsStatus, ResultText } from '../../shared/runs.ts';
import { fill } from '../../shared/fill.ts';
import { icon } from '../common/parts.ts';
import type { PageContext } from './page.ts';

type Shown = Exclude<RunsStatus, { kind: 'notRun' }>;

/** The answer in big plain words; while it is on its way, how far it is. */
export function verdictView(status: Shown, { texts }: PageContext): TemplateResult {
  if (status.kind === 'idle') return html`<p class="idle">${texts.idle}</p>`;
  const words: ResultText = status.report?.words ?? {
    look: 'neutral',
    title: texts.looking,
    details: [],
  };
  return html`<header class="verdict ${words.look}">
    ${icon(status.kind === 'running' ? 'sync' : symbols[words.look])}
    <div>
      <h2 id="result" tabindex="-1">${words.title}</h2>
      ${status.kind === 'running' ? progressView(status, texts) : nothing}
      ${status.kind === 'finished' && status.stopped ? html`<p>${stoppedText(status, texts)}</p>` : nothing}
      ${words.details.map((detail) => html`<p>${detail}</p>`)}
    </div>
  </header>`;
}

const symbols: Readonly<Record<ResultText['look'], string>> = {
  right: 'pass',
  neutral: 'graph',
  warning: 'watch',
  wrong: 'error',
};

function progressView(
  { report }: Extract<Shown, { kind: 'running' }>,
  texts: PageContext['texts'],
): TemplateResult {
  const { done, wanted } = report ?? { done: 0, wanted: 0 };
  const text =
    wanted === 0
      ? texts.looking
      : fill(report?.kind === 'many' ? texts.progressMany : texts.progressEverywhere, done, wanted);
  return html`<p class="progress">
    <progress max=${Math.max(wanted, 1)} .value=${done} aria-label=${text}></progress>
    <span>${text}</span>
  </p>`;
}

function stoppedText(
  { report }: Extract<Shown, { kind: 'finished' }>,
  texts: PageContext['texts'],
): string {
  return fill(texts.stopped, report.done, report.wanted);
}
